import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checks } from "../../electron/checks/registry.ts";
import { createPreviewPages } from "../../electron/ipc/previewPages.ts";
import { reportHtml } from "../../electron/services/report/reportHtml.ts";
import { browserDoor } from "../../shared/browserDoor.ts";
import type { CallOutput } from "../../shared/ipc/contract.ts";
import { known } from "../../shared/observation.ts";
import { fact, factsInOrder } from "../support/builders.ts";
import type { FakeApi } from "../support/fakeApi.ts";
import { noon, runningSnapshot, stopSnapshot } from "../support/snapshots.ts";
import { sampleReport } from "../unit/services/sampleReport.ts";
import { accessibilityProblems, cutOff } from "./support/accessibility.ts";
import { openScreen, openStage, type Screen, type ScreenOptions } from "./support/screen.ts";

let stage: Awaited<ReturnType<typeof openStage>>;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

type Preview = CallOutput<"report.preview">;
const hostile = `</pre><script>document.title="hacked"</script><img src=x onerror="document.title='hacked'"><a href="https://example.com/">x</a>`;
/** A real report of a PC whose Wi-Fi carries markup in its name. */
const page = reportHtml(
  sampleReport({
    facts: factsInOrder({
      "wifi-link": fact("wifi-link", known({ connected: true, interface: "wlan0", ssid: hostile, bssid: null, security: "open", signalPercent: 1 })),
    }),
    readable: ["ssid"],
  }),
  "ja",
  checks,
);
const personal: Extract<Preview, { ok: true }>["personal"] = [
  { field: "ssid", value: "Hanako-Home-5G", pseudonym: "ssid-4k2m9x0a" },
  { field: "host", value: "PC-2291", pseudonym: "host-7w1c3e5g" },
];
const made = (part: Partial<Extract<Preview, { ok: true }>> = {}): Preview => ({
  ...{ ok: true, id: "one", fileName: "preflight-report-2026-11-24-0912+0900-C6222062HJTT.html", bytes: 150_000, helpdeskCode: "C622-2062-HJTT" },
  ...{ address: null, text: '{"schema":"example"}', personal },
  ...part,
});

/** The report screen with previews served as the product serves them. */
async function openReport(options: ScreenOptions & { readonly answer?: (input: { format: string; readable: readonly string[] }) => Preview } = {}) {
  const { answer, prepare, ...rest } = options;
  const pages = createPreviewPages();
  const answering = (fake: FakeApi) => {
    fake.answers["report.preview"] = (input) =>
      answer ? answer(input) : input.format === "json" ? made() : made({ id: input.format, address: pages.keep(page), text: null });
    prepare?.(fake);
  };
  const screen = await openScreen(stage.browser, stage.server, stopSnapshot(), { ...rest, prepare: answering });
  await screen.page.route("**/preview/*", (route) => {
    const found = pages.at(new URL(route.request().url()).pathname);
    return found ? route.fulfill({ body: found.html, headers: found.headers }) : route.fulfill({ status: 404 });
  });
  const language = options.language ?? "ja";
  await screen.page.getByRole("button", { name: language === "ja" ? "報告書を作る" : "Make a report" }).click();
  await screen.page.getByRole("heading", { level: 2, name: language === "ja" ? "報告書" : "Report" }).waitFor();
  return screen;
}
const previews = ({ fake }: Screen) => fake.asked.filter(({ id }) => id === "report.preview").map(({ input }) => input);
const ready = async ({ page }: Screen) => {
  await page.getByText(/^(報告書の準備ができました。|The report is ready\.)$/).waitFor();
};

const inBrowser = ({ answers }: FakeApi) => {
  answers["door.get"] = () => browserDoor;
};

describe("the preview", () => {
  it("is the page itself in a frame in which nothing runs and from which nothing leads away", async () => {
    const screen = await openReport();
    await ready(screen);
    const element = screen.page.locator("iframe");
    expect(await element.getAttribute("sandbox")).toBe("");
    expect(await element.getAttribute("title")).toBe("報告書の内容");
    const frame = screen.page.frameLocator("iframe");
    await frame.getByRole("heading", { level: 1, name: /点検報告書/ }).waitFor();
    expect(await frame.locator("body").textContent()).toContain(hostile);
    expect(await frame.locator("script, img, a").count()).toBe(0);
    // The report's own style is in force.
    expect(await frame.locator(".code strong").evaluate((one) => getComputedStyle(one).fontWeight)).toBe("700");
    expect(await screen.page.evaluate(() => document.querySelector("iframe")?.contentDocument)).toBeNull();
    // Playwright tries to put its own clock into every frame and is refused, as everything is.
    expect(screen.complaints.filter((line) => !line.startsWith("Blocked script execution"))).toEqual([]);
    await screen.close();
  });

  it("would not even run a script that had got into the report", async () => {
    const pages = createPreviewPages();
    const address = pages.keep(`<!doctype html><p>quiet</p><script>document.querySelector("p").textContent = "ran"</script>`);
    const screen = await openReport({ answer: () => made({ address, text: null }) });
    await screen.page.route("**/preview/*", (route) => {
      const found = pages.at(new URL(route.request().url()).pathname);
      return found ? route.fulfill({ body: found.html, headers: found.headers }) : route.fulfill({ status: 404 });
    });
    await screen.page.getByRole("button", { name: "点検", exact: true }).click();
    await screen.page.getByRole("button", { name: "報告書を作る" }).click();
    const words = screen.page.frameLocator("iframe").locator("p");
    await words.waitFor();
    expect(await words.textContent()).toBe("quiet");
    await screen.close();
  });

  it("can be reached and scrolled by keyboard alone", async () => {
    const screen = await openReport();
    await ready(screen);
    await screen.page.frameLocator("iframe").getByRole("heading", { level: 1 }).waitFor();
    for (let step = 0; step < 60; step++) {
      await screen.page.keyboard.press("Tab");
      if (await screen.page.evaluate(() => document.activeElement?.tagName === "IFRAME")) break;
    }
    await screen.page.keyboard.press("PageDown");
    const frame = screen.page.frames()[1];
    await expect.poll(() => frame?.evaluate(() => scrollY)).toBeGreaterThan(100);
    await screen.close();
  });

  it("is made again when a switch or the format changes, once for several quick changes, and shows what each switch does", async () => {
    const screen = await openReport();
    await ready(screen);
    const { page } = screen;
    await expect.poll(() => page.getByRole("switch", { checked: false }).count()).toBe(5);
    await page.getByText("「Hanako-Home-5G」は「ssid-4k2m9x0a」と書かれます。").waitFor();
    // The page's clock stands still, so that both changes are quick however busy the machine is.
    await page.clock.pauseAt(Date.parse(noon) + 600_000);
    await page.getByRole("switch", { name: "Wi-Fi の名前" }).check();
    await page.getByRole("switch", { name: "PC の名前" }).check();
    await page.getByText("「Hanako-Home-5G」がそのまま載ります。").waitFor();
    await page.clock.runFor(1_000);
    await ready(screen);
    await page.getByRole("radio", { name: /^JSON/ }).check();
    await page.clock.runFor(1_000);
    await page.getByRole("region", { name: "報告書の内容" }).getByText('{"schema":"example"}').waitFor();
    expect(previews(screen)).toEqual([
      { format: "html", language: "ja", readable: [] },
      { format: "html", language: "ja", readable: ["ssid", "host"] },
      { format: "json", language: "ja", readable: ["ssid", "host"] },
    ]);
    await screen.close();
  });

  it("of a PDF is the page that is printed, and says so; where nothing can print the format is not offered", async () => {
    const screen = await openReport({ language: "en" });
    await screen.page.getByRole("radio", { name: /^PDF/ }).check();
    await screen.page.clock.runFor(1_000);
    await screen.page.getByText("The PDF is this content, printed on A4 pages.").waitFor();
    await screen.page.getByText(/hand over the HTML or JSON as well/).waitFor();
    await screen.page.frameLocator("iframe").getByRole("heading", { level: 1 }).waitFor();
    await screen.close();
    const browser = await openReport({ language: "en", prepare: inBrowser });
    await ready(browser);
    expect(await browser.page.getByRole("radio", { name: /^PDF/ }).count()).toBe(0);
    await browser.page.getByText(/PDF files are made in the desktop app/).waitFor();
    await browser.close();
  });

  it("shows a long file in parts, to its end", async () => {
    const text = `{"a":"${"x".repeat(150_000)}"}`;
    const screen = await openReport({ answer: () => made({ text }) });
    await screen.page.getByText(/150008 文字のうち 100000 文字/).waitFor();
    await screen.page.getByRole("button", { name: "続きを表示" }).click();
    await expect.poll(() => screen.page.getByRole("region", { name: "報告書の内容" }).textContent()).toBe(text);
    await screen.close();
  });
});

describe("saving a report", () => {
  it("saves the one that is shown and downloads what it is given", async () => {
    const screen = await openReport({ answer: () => made({ id: "shown" }) });
    screen.fake.answers["report.save"] = () => ({ ok: true, how: "download", fileName: "preflight-report.json", content: '{"schema":"example"}' });
    await ready(screen);
    await screen.page.getByText("146 KB").waitFor();
    const [download] = await Promise.all([screen.page.waitForEvent("download"), screen.page.getByRole("button", { name: "この内容で保存" }).click()]);
    expect(download.suggestedFilename()).toBe("preflight-report.json");
    expect(await readFile(await download.path(), "utf8")).toBe('{"schema":"example"}');
    expect(screen.fake.asked.at(-1)).toEqual({ id: "report.save", input: { id: "shown" } });
    await screen.page.getByText("「preflight-report.json」をダウンロードしました。").waitFor();
    await screen.close();
  });

  it("tells where it stands when the person saved it, stopped, or it could not be written", async () => {
    const screen = await openReport({ language: "en" });
    await ready(screen);
    const said = async (answer: CallOutput<"report.save">, words: string) => {
      screen.fake.answers["report.save"] = () => answer;
      await screen.page.getByRole("button", { name: "Save this report" }).click();
      await screen.page.getByRole("status").filter({ hasText: words }).waitFor();
    };
    await said({ ok: true, how: "saved", fileName: "report.html" }, "Saved “report.html”.");
    await said({ ok: false, code: "cancelled" }, "Saving was cancelled. No file was written.");
    await said({ ok: false, code: "not-written" }, "The file could not be written. Choose another place and try again.");
    await said({ ok: false, code: "no-space" }, "There is not enough space to write the file. Choose another place and try again.");
    await said({ ok: false, code: "no-permission" }, "You are not allowed to write there. Choose another place and try again.");
    await said({ ok: false, code: "read-only" }, "That place is read-only. Choose another place and try again.");
    await screen.close();
  });

  it("shows anew what has become too old to be saved, instead of saving something unseen", async () => {
    let count = 0;
    const screen = await openReport({ answer: () => made({ id: `number-${++count}` }) });
    await ready(screen);
    screen.fake.answers["report.save"] = ({ id }) =>
      id === "number-1" ? { ok: false, code: "no-preview" } : { ok: true, how: "saved", fileName: "report.html" };
    const save = screen.page.getByRole("button", { name: "この内容で保存" });
    await save.click();
    await screen.page.getByText("時間がたったため、作りなおしました。内容を確かめて、もう一度保存してください。").waitFor();
    await screen.page.clock.runFor(1_000);
    await ready(screen);
    await save.click();
    await screen.page.getByText("「report.html」を保存しました。").waitFor();
    expect(screen.fake.asked.filter(({ id }) => id === "report.save").map(({ input }) => input)).toEqual([{ id: "number-1" }, { id: "number-2" }]);
    await screen.close();
  });

  it("gives the code of this report beside it, to copy or to read out", async () => {
    const screen = await openReport();
    await ready(screen);
    const beside = screen.page.locator(".report-save");
    await screen.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await beside.getByRole("button", { name: "コピー" }).click();
    await beside.getByText("番号をコピーしました").waitFor();
    expect(await screen.page.evaluate(() => navigator.clipboard.readText())).toBe("C622-2062-HJTT");
    await screen.close();
  });
});

describe("when there is no report", () => {
  it("says why, and offers the check or another try", async () => {
    const screen = await openReport({ answer: () => ({ ok: false, code: "failed" }), language: "en" });
    await screen.page
      .getByRole("alert")
      .getByText(/The report could not be made/)
      .waitFor();
    screen.fake.answers["report.preview"] = () => made();
    await screen.page.getByRole("button", { name: "Try again" }).click();
    await screen.page.clock.runFor(1_000);
    await ready(screen);
    await screen.send({ ...runningSnapshot(3), helpdeskCode: null });
    await screen.page.getByText("A check is under way. The report appears here when it has ended.").waitFor();
    await screen.send({ ...stopSnapshot(), run: null, decision: null, findings: [], helpdeskCode: null, phase: { kind: "idle" } });
    await screen.page.getByText("There is no result yet. Run a check first, then make the report.").waitFor();
    await screen.close();
  });
});

describe("the screen", () => {
  const sizes = [
    { width: 900, height: 640 },
    { width: 450, height: 320 },
  ];
  it.each((["light", "dark"] as const).flatMap((colorScheme) => sizes.map((viewport) => ({ colorScheme, viewport }))))(
    "has nothing that axe-core objects to and fits ($colorScheme, $viewport.width)",
    async ({ colorScheme, viewport }) => {
      for (const language of ["ja", "en"] as const) {
        const screen = await openReport({ language, colorScheme, viewport });
        await ready(screen);
        await screen.page.getByRole("switch", { name: language === "ja" ? "PC の名前" : "Name of the PC" }).check();
        expect(await accessibilityProblems(screen.page)).toEqual([]);
        expect(await cutOff(screen.page)).toEqual([]);
        await screen.close();
      }
    },
  );
});
