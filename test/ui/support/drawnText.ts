import type { Page } from "playwright-core";

interface Drawn {
  readonly text: string;
  readonly node: number;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Every line of text as it is drawn, in CSS pixels; what is folded or hidden is not drawn. */
function drawnText(page: Page): Promise<readonly Drawn[]> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: Drawn[] = [];
    for (let node = walker.nextNode(), count = 0; node; node = walker.nextNode(), count += 1) {
      const text = (node.textContent ?? "").trim();
      if (text === "" || !node.parentElement?.checkVisibility({ contentVisibilityAuto: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const { top, bottom, left, right } of range.getClientRects()) found.push({ text, node: count, top, bottom, left, right });
    }
    return found;
  });
}

/** What a person can read, one text a line. */
export async function visibleText(page: Page): Promise<string> {
  const drawn = await drawnText(page);
  return drawn.map(({ text }) => text).join("\n");
}

/** Words that stand over other words: each pair as "one / other", empty when there is none. Line boxes that touch do not count. */
export async function collisions(page: Page): Promise<readonly string[]> {
  const slack = 4;
  const drawn = [...(await drawnText(page))].sort((one, other) => one.top - other.top);
  return drawn.flatMap((one, index) => {
    const below = drawn.slice(index + 1);
    const end = below.findIndex(({ top }) => top > one.bottom - slack);
    const over = below
      .slice(0, end < 0 ? undefined : end)
      .filter(({ node, left, right }) => node !== one.node && left < one.right - slack && right > one.left + slack);
    return over.map(({ text }) => `${one.text.slice(0, 40)} / ${text.slice(0, 40)}`);
  });
}
