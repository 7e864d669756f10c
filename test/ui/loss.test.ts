import { afterAll, beforeAll, expect, it } from "vitest";
import { known, unknown } from "../../shared/observation.ts";
import type { Settings } from "../../shared/settings.ts";
import type { Snapshot } from "../../shared/snapshot.ts";
import { noon, runningSnapshot, stopSnapshot } from "../support/snapshots.ts";
import { accessibilityProblems, cutOff } from "./support/accessibility.ts";
import { openScreen, openStage, type ScreenOptions } from "./support/screen.ts";

let stage: Awaited<ReturnType<typeof openStage>>;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

type Contact = Snapshot["policyTexts"]["contacts"][number];
const long = {
  ja: "情報システム部 セキュリティ運用グループ 紛失・盗難の受付窓口（夜間と休日は警備会社が受け付けます）",
  en: "Information Systems, Security Operations Group, desk for loss and theft (a guard company answers at night and on holidays)",
};
const contact = (id: string, purpose: Contact["for"]): Contact => ({
  id,
  for: purpose,
  name: long,
  phone: "+81 (0)3-0000-0000",
  email: "loss-and-theft-of-company-devices@security-operations.example.com",
  hours: {
    ja: "平日 9:00〜18:00（12 月 29 日から 1 月 3 日を除く）、そのほかの時間は警備会社",
    en: "Mon to Fri 9:00–18:00 except 29 Dec to 3 Jan; a guard company otherwise",
  },
});
const contacts = [
  contact("h1", "helpdesk"),
  contact("h2", "helpdesk"),
  contact("s1", "security"),
  contact("s2", "security"),
  contact("l1", "loss"),
  contact("l2", "loss"),
];
const device = (observation: unknown) => ({
  "device-identity": { id: "device-identity", observation, evidence: [], at: noon, durationMs: 1, validForMs: 900_000 },
});
const seen = known({
  hostname: "PC-2291",
  user: "hanako",
  manufacturer: "Example Works",
  model: "Book 14",
  serial: "EX-0001",
  assetTag: null,
  chassis: "notebook",
  virtual: null,
});
function snapshot(observation: unknown = seen, settings: Partial<Settings> = {}): Snapshot {
  const base = stopSnapshot();
  const facts = observation === null ? {} : device(observation);
  return stopSnapshot({
    facts: facts as Snapshot["facts"],
    policyTexts: { ...base.policyTexts, contacts },
    settings: { ...base.settings, ...settings },
  });
}
async function open(shown: Snapshot, options: ScreenOptions = {}) {
  const screen = await openScreen(stage.browser, stage.server, shown, options);
  await screen.page.getByRole("button", { name: /^(紛失・盗難|Loss or theft)$/ }).click();
  await screen.page.getByRole("heading", { level: 2, name: /紛失・盗難|Loss or theft/ }).waitFor();
  return screen;
}

it("gives contacts in the order of calling, numbered steps, and the data to read out", async () => {
  const { page, complaints, close } = await open(snapshot());
  const list = page.getByRole("region", { name: "連絡先" }).getByRole("listitem");
  const names = await list.locator("strong").allTextContents();
  expect(names).toEqual(["紛失・盗難", "紛失・盗難", "セキュリティ", "セキュリティ", "ヘルプデスク", "ヘルプデスク"]);
  expect(await list.first().textContent()).toContain("+81 (0)3-0000-0000");
  await expect.poll(() => page.getByRole("region", { name: "最初の 10 分" }).getByRole("listitem").count()).toBe(7);
  const data = page.getByRole("region", { name: "この PC の情報" });
  for (const text of ["PC-2291", "hanako", "Example Works Book 14", "EX-0001"]) await data.getByText(text, { exact: true }).waitFor();
  // The asset number is null: nothing was seen, which is said.
  await data.getByText("確認できませんでした").waitFor();
  expect(await page.getByRole("link").count()).toBe(0);
  expect(complaints).toEqual([]);
  await close();
});

it("says what it does not know: before a run, when nothing could be seen, without contacts", async () => {
  const before = await open(snapshot(null));
  await before.page.getByText("点検がまだ終わっていないため").waitFor();
  await before.close();
  const unseen = await open(snapshot(unknown("needs-admin", "dmidecode")));
  await expect.poll(() => unseen.page.getByText("確認できませんでした").count()).toBe(5);
  await unseen.close();
  const bare = await open(stopSnapshot());
  await bare.page.getByText("連絡先がポリシーに書かれていません。").waitFor();
  await bare.close();
});

it("is one press away while a check runs", async () => {
  const { close } = await open(runningSnapshot(2), { viewport: { width: 450, height: 320 } });
  await close();
});

const pagesOf = (pdf: Buffer) => (pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;

it.each([
  ["ja", 100, "light"],
  ["en", 100, "light"],
  ["ja", 200, "dark"],
  ["en", 200, "dark"],
] as const)(
  "prints on one page with long contacts, dark ink on paper, without the rest of the window (%s, %i, %s)",
  async (language, textSize, theme) => {
    const { page, close } = await open(snapshot(seen, { language, textSize, theme }), { language });
    await page.emulateMedia({ media: "print" });
    const style = await page
      .locator(".loss-contact-name")
      .first()
      .evaluate((element) => getComputedStyle(element).color);
    expect(style).toBe("rgb(22, 25, 31)");
    expect(await page.locator(".header").isVisible()).toBe(false);
    expect(await page.locator(".status").isVisible()).toBe(false);
    expect(await page.locator(".loss-printed").isVisible()).toBe(true);
    expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(1);
    await close();
  },
);

it.each(["ja", "en"] as const)("passes axe-core and cuts nothing off at any size (%s)", async (language) => {
  const { page, close } = await open(snapshot(seen, { language }), { language });
  for (const [width, height] of [
    [1920, 1080],
    [900, 640],
    [450, 320],
  ] as const) {
    await page.setViewportSize({ width, height });
    expect(await cutOff(page), `${width}×${height}`).toEqual([]);
  }
  for (const media of [{ colorScheme: "light" }, { colorScheme: "dark" }, { colorScheme: "light", forcedColors: "active" }] as const) {
    await page.emulateMedia({ forcedColors: "none", ...media });
    expect(await accessibilityProblems(page), JSON.stringify(media)).toEqual([]);
  }
  await close();
});
