import { homedir } from "node:os";
import { browserEn } from "../../shared/i18n/browser.en.ts";
import { type BrowserTexts, browserJa } from "../../shared/i18n/browser.ja.ts";
import { commonEn } from "../../shared/i18n/common.en.ts";
import { commonJa } from "../../shared/i18n/common.ja.ts";
import type { Language } from "../../shared/message.ts";
import { platformOf } from "../../shared/platform.ts";
import { checks } from "../checks/registry.ts";
import { createHostOpener } from "../host/hostOpener.ts";
import { createNodeHost } from "../host/nodeHost.ts";
import { createHandlers } from "../ipc/handlers.ts";
import { createPreviewPages } from "../ipc/previewPages.ts";
import { createGate, incidentLine } from "../ipc/serve.ts";
import { probesFor } from "../probes/select.ts";
import { watchGuardedApps } from "../services/activities/guardWatch.ts";
import { createPreflight } from "../services/createPreflight.ts";
import { defaultFolders } from "../services/folders.ts";
import { managedFolderOf } from "../services/managed/managedFolder.ts";
import { createTranslator } from "../services/text.ts";
import { pageDoor } from "./browserDoor.ts";
import { startBrowserServer } from "./server.ts";
import { verdictLines } from "./verdictLines.ts";

export interface BrowserHostOptions {
  readonly language: Language;
  readonly appVersion: string;
  /** The folder of the built page. */
  readonly root: string;
  /** Why there is no window: the key of a sentence. */
  readonly because: Extract<keyof BrowserTexts, `because.${string}`>;
  readonly print: (line: string) => void;
  readonly log: (line: string) => void;
}
export interface BrowserHost {
  readonly address: string;
  /** Ends streams, lets the service write what it has to, and says so. */
  close(): Promise<void>;
}

/** The same house as the desktop window, on loopback: prints the address, starts a run at once and prints its verdict. */
export async function openBrowserHost({ language, appVersion, root, because, print, log }: BrowserHostOptions): Promise<BrowserHost> {
  const translate = createTranslator(language, language === "ja" ? [commonJa, browserJa] : [commonEn, browserEn]);
  const platform = platformOf(process.platform);
  const folders = defaultFolders(platform, process.env, homedir());
  const host = createNodeHost(platform);
  const service = await createPreflight({
    host,
    probes: await probesFor(platform),
    checks,
    appVersion,
    stateFolder: folders.state,
    managedFolder: await managedFolderOf(host, folders.managed),
    opener: createHostOpener(platform),
  });
  const pages = createPreviewPages();
  const handlers = createHandlers({ service, checks, door: pageDoor, pages });
  const gate = createGate(handlers, (incident) => log(incidentLine(incident)));
  const server = await startBrowserServer({
    gate,
    service,
    root,
    pages,
    onNextAddress: (next) => print(`${translate({ key: "address.again" })}\n\n  ${next}\n`),
  });

  print(translate({ key: because }));
  print(`${translate({ key: "address" })}\n\n  ${server.address}\n`);
  print(translate({ key: "checking" }));
  const run = service.run({}).then(() => {
    for (const line of verdictLines(service.snapshot(), translate)) print(line);
    print(translate({ key: "how-to-end" }));
  });
  const watch = service.watchSession();
  const endGuard = watchGuardedApps(service);
  return {
    address: server.address,
    async close() {
      watch.end();
      endGuard();
      await server.close();
      await service.close();
      await run;
      print(translate({ key: "ended" }));
    },
  };
}
