import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserDoor } from "../../shared/browserDoor.ts";
import { known } from "../../shared/observation.ts";
import type { Settings } from "../../shared/settings.ts";
import type { Snapshot } from "../../shared/snapshot.ts";
import type { FakeApi } from "../support/fakeApi.ts";
import { noon, stopSnapshot } from "../support/snapshots.ts";
import { accessibilityProblems, cutOff } from "./support/accessibility.ts";
import { openScreen, openStage, type ScreenOptions } from "./support/screen.ts";

let stage: Awaited<ReturnType<typeof openStage>>;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const history = known({ remembered: true, named: null, portalSeen: false, changes: [] });
const withNetwork = (part: Partial<Snapshot> = {}) => {
  const base = stopSnapshot();
  const facts = {
    ...base.facts,
    "network-history": { id: "network-history" as const, observation: history, evidence: [], at: noon, durationMs: 1, validForMs: 900_000 },
  };
  return stopSnapshot({ facts: facts as Snapshot["facts"], ...part });
};
const chosen = (part: Partial<Settings>) => withNetwork({ settings: { ...stopSnapshot().settings, ...part } });
const networks = (fake: FakeApi) => {
  fake.answers["networks.list"] = () => [
    { id: "NW-7K4Q2MXD", link: "wifi", ssid: "Home <b>5G</b>", named: "home", security: "wpa2-personal", firstSeenAt: noon, lastSeenAt: noon },
    { id: "NW-0000000A", link: "cable", ssid: null, named: null, security: null, firstSeenAt: noon, lastSeenAt: noon },
  ];
  fake.answers["catalogue.get"] = () => ({
    platform: "linux",
    programs: [
      { id: "ip-link", line: "/usr/sbin/ip -j -d link", when: "once" },
      { id: "powershell", line: `powershell.exe -Command "${"Get-NetAdapter; ".repeat(400)}"`, when: "once" },
      { id: "ip-monitor", line: "/usr/sbin/ip -o monitor", when: "while-open" },
    ],
  });
};
async function open(snapshot: Snapshot = withNetwork(), options: ScreenOptions = {}) {
  const prepare = (fake: FakeApi) => {
    networks(fake);
    options.prepare?.(fake);
  };
  const screen = await openScreen(stage.browser, stage.server, snapshot, { ...options, prepare });
  const menu = screen.page.getByRole("button", { name: /^(メニュー|Menu)$/ });
  await screen.page.getByRole("heading", { level: 1 }).waitFor();
  if (await menu.isVisible()) await menu.click();
  await screen.page.getByRole("button", { name: /^(設定|Settings)$/ }).click();
  await screen.page.getByRole("heading", { level: 2, name: /^(設定|Settings)$/ }).waitFor();
  return screen;
}
const changes = ({ asked }: FakeApi) => asked.filter(({ id }) => id === "settings.set").map(({ input }) => input);

describe("the look", () => {
  it("changes colours and text size at once, keeps them, and has them from the first picture of the next start", async () => {
    const { page, fake, close } = await open();
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await ground();
    await page.getByRole("radio", { name: "暗い" }).check();
    expect(await ground()).not.toBe(light);
    await page.getByRole("radio", { name: "200 %" }).check();
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe("30px");
    expect(changes(fake)).toEqual([{ theme: "dark" }, { textSize: 200 }]);
    // The main side has not answered yet: what stands there is from the page's own memory.
    fake.answers["snapshot.get"] = () => new Promise(() => undefined);
    await page.reload();
    expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
    expect(await ground()).not.toBe(light);
    await close();
  });

  it("follows what the main side keeps, also when it was changed elsewhere", async () => {
    const { page, send, close } = await open(chosen({ theme: "dark", language: "en", textSize: 150 }));
    expect(await page.getByRole("radio", { name: "Dark" }).isChecked()).toBe(true);
    expect(await page.getByRole("radio", { name: "150 %" }).isChecked()).toBe(true);
    await send(chosen({ theme: "light", language: "ja", textSize: 100 }));
    await page.getByRole("heading", { level: 2, name: "設定" }).waitFor();
    expect(await page.locator("html").getAttribute("data-theme")).toBe("light");
    await close();
  });

  it("is the chosen one against the system's, in both directions", async () => {
    const grounds: string[] = [];
    for (const [colorScheme, theme] of [
      ["light", "light"],
      ["dark", "light"],
      ["light", "dark"],
      ["dark", "dark"],
      ["dark", "system"],
    ] as const) {
      const { page, close } = await open(chosen({ theme }), { colorScheme });
      grounds.push(await page.evaluate(() => getComputedStyle(document.body).backgroundColor));
      await close();
    }
    const [day, , night] = grounds;
    expect(grounds).toEqual([day, day, night, night, night]);
    expect(day).not.toBe(night);
  });

  it("says that a choice could not be kept, and holds it until the window closes", async () => {
    const { page, close } = await open(withNetwork(), {
      prepare: (fake) => {
        fake.answers["settings.set"] = () => ({ ok: false, code: "state-unwritable" });
      },
    });
    await page.getByRole("radio", { name: "暗い" }).check();
    await page.getByText("設定を保存できませんでした。").waitFor();
    expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
    await close();
  });
});

it.each([
  ["on", "switch", null],
  ["policy-on", "text", "会社のポリシーで決まっているため"],
  ["policy-off", "text", "サインインしても始まりません"],
  ["impossible", "text", "自動で始められません"],
] as const)("starting at log-in, %s: a %s", async (loginStart, kind, words) => {
  const { page, fake, sendDoor, close } = await open();
  await sendDoor({ ...browserDoor, kind: "desktop", loginStart });
  const section = page.getByRole("region", { name: "自動で始める" });
  if (kind === "switch") {
    await section.getByRole("switch").click();
    expect(changes(fake)).toEqual([{ startAtLogin: false }]);
  } else {
    await section.getByText(words).waitFor();
    expect(await section.getByRole("switch").count()).toBe(0);
  }
  await close();
});

it("names the network in use, says a refusal, and forgets a remembered one", async () => {
  const { page, fake, complaints, close } = await open();
  const section = page.getByRole("region", { name: "ネットワーク" });
  await section.getByRole("group", { name: /Cafe_Free_WiFi/ }).waitFor();
  expect(await section.getByRole("radio", { name: "登録しない" }).isChecked()).toBe(true);
  await section.getByRole("radio", { name: "自宅" }).click();
  await section.getByText("「自宅」と登録しました。").waitFor();
  fake.answers["networks.name"] = () => ({ ok: false, code: "public-network" });
  await section.getByRole("radio", { name: "テザリング" }).click();
  await section.getByText("知らない人と共用するネットワークには登録できません。").waitFor();
  await section.getByRole("button", { name: /忘れる Home/ }).click();
  await section.getByText("忘れました。").waitFor();
  expect(fake.asked.filter(({ id }) => id === "networks.name" || id === "networks.forget").map(({ input }) => input)).toEqual([
    { named: "home" },
    { named: "tether" },
    { id: "NW-7K4Q2MXD" },
  ]);
  expect(await page.locator("b").count()).toBe(0);
  expect(complaints).toEqual([]);
  await close();
});

it("shows every program of the catalogue when it is unfolded", async () => {
  const { page, close } = await open();
  await page.getByRole("button", { name: "点検のとき（2 件）" }).click();
  await page.getByText("/usr/sbin/ip -j -d link").waitFor();
  await page.getByRole("button", { name: "アプリを開いている間（1 件）" }).click();
  await page.getByText("/usr/sbin/ip -o monitor").waitFor();
  await close();
});

it("says that the file of the settings could not be read", async () => {
  const { page, close } = await open(withNetwork({ settingsLost: true }));
  await page.getByText("最初の設定で動いています").waitFor();
  await close();
});

it.each(["ja", "en"] as const)("passes axe-core and cuts nothing off at any size and text size (%s)", { timeout: 120_000 }, async (language) => {
  for (const textSize of [100, 125, 150, 200] as const) {
    const { page, close } = await open(chosen({ textSize, language }), { language });
    await page.getByRole("button", { name: /^(点検のとき|For a check)/ }).click();
    for (const [width, height] of [
      [1920, 1080],
      [900, 640],
      [450, 320],
    ] as const) {
      await page.setViewportSize({ width, height });
      expect(await cutOff(page), `${textSize} % ${width}×${height}`).toEqual([]);
    }
    for (const media of [{ colorScheme: "light" }, { colorScheme: "dark" }, { colorScheme: "light", forcedColors: "active" }] as const) {
      await page.emulateMedia({ forcedColors: "none", ...media });
      expect(await accessibilityProblems(page), JSON.stringify(media)).toEqual([]);
    }
    await close();
  }
});
