import type { Page } from "playwright-core";
import { checks } from "../../../electron/checks/registry.ts";
import { createPreviewPages } from "../../../electron/ipc/previewPages.ts";
import { reportHtml } from "../../../electron/services/report/reportHtml.ts";
import type { View } from "../../../renderer/app/viewId.ts";
import { browserDoor } from "../../../shared/browserDoor.ts";
import type { Door } from "../../../shared/door.ts";
import type { ExceptionRequest } from "../../../shared/exceptions.ts";
import { screenEn } from "../../../shared/i18n/screen.en.ts";
import { screenJa } from "../../../shared/i18n/screen.ja.ts";
import type { CallInput, CallOutput } from "../../../shared/ipc/contract.ts";
import type { Language } from "../../../shared/message.ts";
import { known } from "../../../shared/observation.ts";
import { defaultSettings } from "../../../shared/settings.ts";
import type { Snapshot } from "../../../shared/snapshot.ts";
import { companyPolicy, fact, factsInOrder } from "../../support/builders.ts";
import type { FakeApi } from "../../support/fakeApi.ts";
import { fullAnswers, fullSnapshot } from "../../support/fullExample.ts";
import { pendingRequest } from "../../support/requests.ts";
import { cafe, noon } from "../../support/snapshots.ts";
import { sampleReport } from "../../unit/services/sampleReport.ts";
import { setup as buildPage } from "./buildPage.ts";
import { openScreen, openStage, type ScreenOptions } from "./screen.ts";

// The pictures of the guides: one invented employee on every screen. `npm run screenshots` writes them.

const texts = { ja: screenJa, en: screenEn } as const;
const desktop: Door = { ...browserDoor, kind: "desktop", tray: true, loginStart: "on", pdf: true, shutDown: true };

interface Picture {
  readonly name: string;
  readonly part?: Partial<Snapshot>;
  readonly door?: Partial<Door>;
  /** Where to go from the first screen. */
  readonly view?: Exclude<View, "check">;
  /** What has to be there before the picture is taken, and what makes it worth looking at. */
  readonly ready?: (page: Page, language: Language) => Promise<unknown>;
}

const base = fullSnapshot();
/** The rules of the default policy instead of invented ones, and a company whose helpdesk approves. */
const policyTexts: Snapshot["policyTexts"] = {
  ...base.policyTexts,
  conduct: companyPolicy().conduct,
  exceptions: { ...base.policyTexts.exceptions, approvalBy: ["code", "signed"] },
  activities: base.policyTexts.activities.map((activity) => ({ ...activity, startable: activity.id !== "customer-data" })),
};

export const pictures: readonly Picture[] = [
  { name: "welcome", part: { settings: defaultSettings } },
  { name: "block", door: { block: "full" }, ready: (page) => page.locator(".block-columns").waitFor() },
  { name: "exceptions", view: "exceptions" },
  {
    name: "report",
    view: "report",
    ready: (page) => page.frameLocator("iframe").getByRole("heading", { level: 1 }).waitFor(),
  },
  { name: "journal", view: "journal" },
  { name: "learn", view: "learn" },
  { name: "loss", view: "loss" },
  { name: "settings", view: "settings" },
];

/** What the employee wrote, in the language of the picture. */
const asked = {
  ja: {},
  en: {
    reason: "At a customer's site there is no other line, and the quotation is due today",
    compensatingMeasure: "Nobody sees the screen; disconnected as soon as the work is done",
  },
} as const satisfies { readonly [L in Language]: Partial<ExceptionRequest> };
const inTwoDays = "2026-11-26T09:00:00.000Z";

/** A report of the same café, made as the product makes it. */
function reportPage(language: Language) {
  const wifi = known({ connected: true as const, interface: "wlan0", ssid: cafe, bssid: null, security: "open" as const, signalPercent: 71 });
  const noVpn = known({ internetV4: "direct" as const, internetV6: "none" as const, company: null, dns: null, carrying: [], idle: [], clients: [] });
  const at = { at: noon };
  const facts = factsInOrder({ "wifi-link": fact("wifi-link", wifi, at), vpn: fact("vpn", noVpn, at) });
  const report = sampleReport({ facts, now: new Date(noon) });
  return { code: report.helpdeskCode, html: reportHtml(report, language, checks) };
}

/** The journal's lines with the code that this picture's report has. */
function withCode(answer: CallOutput<"journal.entries">, helpdeskCode: string): CallOutput<"journal.entries"> {
  return { ...answer, lines: answer.lines.map((line) => ("helpdeskCode" in line.data ? { ...line, data: { ...line.data, helpdeskCode } } : line)) };
}

function prepareWith(door: Partial<Door>, language: Language, pages: ReturnType<typeof createPreviewPages>) {
  return (fake: FakeApi) => {
    fullAnswers(fake);
    fake.answers["door.get"] = () => ({ ...desktop, ...door });
    const { code, html } = reportPage(language);
    const answered = fake.answers["journal.entries"] as (input: CallInput<"journal.entries">) => CallOutput<"journal.entries">;
    const personal = [
      { field: "ssid" as const, value: cafe, pseudonym: "ssid-4k2m9x0a" },
      { field: "host" as const, value: "PC-2291", pseudonym: "host-7w1c3e5g" },
      { field: "user" as const, value: "hanako", pseudonym: "user-2b6d8f0h" },
    ];
    fake.answers["journal.entries"] = (input) => withCode(answered(input), code);
    fake.answers["report.preview"] = ({ format }) => ({
      ...{ ok: true as const, id: "preview-1", bytes: new TextEncoder().encode(html).length, helpdeskCode: code, personal, text: null },
      ...{ fileName: `preflight-report-2026-11-24-0912+0900-${code.replaceAll("-", "")}.${format}`, address: pages.keep(html) },
    });
  };
}

/** Opens one picture's screen at this size; the caller closes it. */
export async function openPicture(stage: Awaited<ReturnType<typeof openStage>>, picture: Picture, language: Language, options: ScreenOptions = {}) {
  const pages = createPreviewPages();
  const snapshot = fullSnapshot({
    policyTexts,
    helpdeskCode: reportPage(language).code,
    requests: [pendingRequest({ subject: cafe, endsAt: inTwoDays, ...asked[language] })],
    ...picture.part,
  });
  const screen = await openScreen(stage.browser, stage.server, snapshot, {
    language,
    prepare: prepareWith(picture.door ?? {}, language, pages),
    ...options,
  });
  const { page } = screen;
  await page.route("**/preview/*", (route) => {
    const found = pages.at(new URL(route.request().url()).pathname);
    return found ? route.fulfill({ body: found.html, headers: found.headers }) : route.fulfill({ status: 404 });
  });
  await page.getByRole("heading", { level: 1 }).waitFor();
  if (picture.view) {
    const { view } = picture;
    await page
      .getByRole("navigation")
      .getByRole("button", { name: texts[language][`screen.nav.${view}`], exact: true })
      .click();
    await page.getByRole("heading", { level: 2 }).first().waitFor();
  }
  await picture.ready?.(page, language);
  // The ring around a heading that has the focus is for the keyboard; in a picture it looks like a button.
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  await page.evaluate(() => document.fonts.ready);
  return screen;
}

/** Writes `<name>-<language>.png` of every picture into the folder and returns the names. */
export async function takePictures(folder: string): Promise<readonly string[]> {
  await buildPage();
  const stage = await openStage();
  const taken: string[] = [];
  try {
    for (const picture of pictures)
      for (const language of ["ja", "en"] as const) {
        const screen = await openPicture(stage, picture, language);
        const name = `${picture.name}-${language}.png`;
        await screen.page.screenshot({ path: `${folder}/${name}`, animations: "disabled" });
        await screen.close();
        taken.push(name);
      }
  } finally {
    await stage.close();
  }
  return taken;
}
