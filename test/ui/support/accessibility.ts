import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe-core finds on the page as it stands, WCAG 2.2 AA and good practice: "rule: element", empty when nothing. */
export async function accessibilityProblems(page: Page): Promise<readonly string[]> {
  await page.evaluate(source);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }> };
    };
    const { violations } = await axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`));
  });
}

/** Everything that makes a person scroll sideways or that is cut off: elements wider than what they stand in, and the page itself. */
export function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const hidden = (element: Element) => element.closest(".visually-hidden, svg") !== null;
    const name = (element: Element) => `${element.tagName}.${element.className} ${(element.textContent ?? "").slice(0, 60)}`;
    const all = [...document.body.querySelectorAll("*")].filter((element) => !hidden(element));
    const wide = all.filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1);
    const clipped = all.filter((element) => {
      const { overflowX, display } = getComputedStyle(element);
      return (
        display !== "inline" &&
        !/INPUT|TEXTAREA|SELECT/.test(element.tagName) &&
        overflowX !== "visible" &&
        element.scrollWidth > element.clientWidth + 1
      );
    });
    const page = document.documentElement.scrollWidth > document.documentElement.clientWidth ? ["the page scrolls sideways"] : [];
    return [...page, ...wide.map((element) => `sticks out: ${name(element)}`), ...clipped.map((element) => `cut: ${name(element)}`)];
  });
}
