import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import type { Door } from "../../../shared/door.ts";
import type { Language } from "../../../shared/message.ts";
import type { Snapshot } from "../../../shared/snapshot.ts";
import { createFakeApi, type FakeApi } from "../../support/fakeApi.ts";
import { noon } from "../../support/snapshots.ts";
import { type PageServer, servePage } from "./pageServer.ts";

/** Real Chromium from the system; PREFLIGHT_TEST_CHROMIUM names another one. */
export function launchChromium(): Promise<Browser> {
  const quiet = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ];
  return chromium.launch({ executablePath: process.env["PREFLIGHT_TEST_CHROMIUM"] ?? "/usr/bin/chromium", args: ["--no-sandbox", ...quiet] });
}

export interface ScreenOptions extends Pick<BrowserContextOptions, "viewport" | "colorScheme" | "forcedColors" | "reducedMotion"> {
  readonly language?: Language;
  /** Change answers before the page asks. */
  readonly prepare?: (fake: FakeApi) => void;
}

export interface Screen {
  readonly page: Page;
  readonly fake: FakeApi;
  /** What the browser complained about: errors, and everything that the page's policy refused. */
  readonly complaints: string[];
  /** What the main side sends at every change. */
  send(snapshot: Snapshot): Promise<void>;
  sendDoor(door: Door): Promise<void>;
  close(): Promise<void>;
}

/** A page without the API, as it is in the browser; its clock stands at the time of the snapshots. */
export async function openPage(browser: Browser, origin: string, { language = "ja", ...options }: ScreenOptions = {}, hash = "") {
  const context = await browser.newContext({
    viewport: { width: 1180, height: 800 },
    locale: language === "ja" ? "ja-JP" : "en-GB",
    timezoneId: "Asia/Tokyo",
    reducedMotion: "reduce",
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.clock.install({ time: new Date(Date.parse(noon) + 1_000) });
  return { context, page, complaints, go: () => page.goto(`${origin}/${hash}`) };
}

/** The screen with the fake API where the desktop's preload would put the real one. */
export async function openScreen(browser: Browser, server: PageServer, snapshot: Snapshot, options: ScreenOptions = {}): Promise<Screen> {
  const { prepare, ...rest } = options;
  const fake = createFakeApi(snapshot);
  prepare?.(fake);
  const { context, page, complaints, go } = await openPage(browser, server.origin, rest);
  await page.exposeFunction("fakeCall", fake.call);
  await page.addInitScript(() => {
    const bridge = globalThis as unknown as Record<string, unknown>;
    const listeners = new Map<(value: unknown) => void, string>();
    bridge["fakeSend"] = ([event, value]: [string, unknown]) => {
      for (const [listener, id] of listeners) if (id === event) listener(value);
    };
    bridge["preflight"] = {
      call: (id: string, input: unknown) => (bridge["fakeCall"] as (id: string, input: unknown) => unknown)(id, input),
      on: (id: string, listener: (value: unknown) => void) => {
        listeners.set(listener, id);
        return () => listeners.delete(listener);
      },
    };
  });
  await go();
  const tell = (event: string, value: unknown) =>
    page.evaluate((sent) => (globalThis as unknown as Record<string, (sent: unknown) => void>)["fakeSend"]?.(sent), [event, value]);
  return {
    page,
    fake,
    complaints,
    send: (next) => tell("snapshot", next),
    sendDoor: (next) => tell("door", next),
    close: () => context.close(),
  };
}

/** A browser and a server for one test file. */
export async function openStage() {
  const browser = await launchChromium();
  const server = await servePage();
  return {
    browser,
    server,
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
