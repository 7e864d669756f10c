import "../host/noDebugger.ts"; // first: see there
import { homedir } from "node:os";
import { join } from "node:path";
import { app, type BrowserWindow, dialog, powerMonitor, session } from "electron";
import { platformOf } from "../../shared/platform.ts";
import { checks } from "../checks/registry.ts";
import { createNodeHost } from "../host/nodeHost.ts";
import { createHandlers } from "../ipc/handlers.ts";
import { createPreviewPages } from "../ipc/previewPages.ts";
import { createGate, incidentLine } from "../ipc/serve.ts";
import { probesFor } from "../probes/select.ts";
import { watchGuardedApps } from "../services/activities/guardWatch.ts";
import { openAppLog } from "../services/appLog.ts";
import { createPreflight } from "../services/createPreflight.ts";
import { defaultFolders } from "../services/folders.ts";
import { managedFolderOf } from "../services/managed/managedFolder.ts";
import { registerAppScheme, serveAppScheme } from "./appScheme.ts";
import { askShutDown } from "./askShutDown.ts";
import { desktopLanguage, desktopText } from "./desktopText.ts";
import { startFirstRun } from "./firstRun.ts";
import { openIpcDoor } from "./ipcDoor.ts";
import { showNotifications } from "./notifications.ts";
import { openDesktop } from "./openDesktop.ts";
import { explainOpenedReports } from "./openedReport.ts";
import { desktopOpener } from "./opener.ts";
import { denyByDefault, hardenApp } from "./security.ts";
import { tellSessionEvents } from "./sessionEvents.ts";
import { isFirstInstance } from "./singleInstance.ts";
import type { Standing } from "./standing.ts";
import { staticPages } from "./staticPages.ts";
import { createWindow, focusWindow, showPage } from "./window.ts";

const writeLog = openAppLog({
  folder: defaultFolders(platformOf(process.platform), process.env, homedir()).state,
  home: homedir(),
  now: () => new Date(),
});
const log = (line: string) => {
  console.error(`preflight: ${line}`);
  writeLog(line);
};
process.on("unhandledRejection", (reason) => log(reason instanceof Error ? (reason.stack ?? reason.name) : "unhandled rejection"));

/** What is there once the start has come so far: the window that a second start brings forward, and how things stand. */
interface Shell {
  window?: BrowserWindow;
  standing?: () => Standing;
}

async function start(shell: Shell): Promise<void> {
  const system = desktopLanguage(app.getPreferredSystemLanguages());
  const platform = platformOf(process.platform);
  const folders = defaultFolders(platform, process.env, homedir());
  const host = createNodeHost(platform);
  const service = await createPreflight({
    host,
    probes: await probesFor(platform),
    checks,
    appVersion: app.getVersion(),
    stateFolder: folders.state,
    managedFolder: await managedFolderOf(host, folders.managed),
    opener: desktopOpener(platform),
  });
  const language = () => service.snapshot().settings.language ?? system;
  const text = desktopText(language);
  const contacts = () => service.snapshot().policyTexts.contacts;
  const previews = createPreviewPages();
  const pages = staticPages({ language, text, contacts, standing: () => shell.standing?.() ?? "idle" });
  serveAppScheme({ session: session.defaultSession, root: join(__dirname, "../renderer"), previews, pages });
  denyByDefault(session.defaultSession, { packaged: app.isPackaged });

  const window = createWindow({ preload: join(__dirname, "../preload/preload.cjs"), packaged: app.isPackaged });
  shell.window = window;
  explainOpenedReports({ app, dialog, text, window, words: process.argv });
  const desktop = openDesktop({ app, window, service, text, language, platform, home: homedir(), stateFolder: folders.state, log });
  shell.standing = desktop.standing;
  const handlers = createHandlers({ service, checks, door: desktop.door, pages: previews });
  openIpcDoor(
    window,
    createGate(handlers, (incident) => log(incidentLine(incident))),
    service,
    desktop.door,
  );
  showNotifications({ service, window, platform, language, log });
  tellSessionEvents(powerMonitor, service.watchSession());
  app.once("will-quit", watchGuardedApps(service));
  startFirstRun(window.webContents, () => void service.run({})); // the page joins it
  await showPage(window, { log, onProblem: desktop.onProblem, onShutDown: () => void askShutDown(window, text, desktop.door) });
}

function giveUp(error: unknown): void {
  const language = desktopLanguage(app.getPreferredSystemLanguages());
  const text = desktopText(() => language);
  const detail = error instanceof Error ? error.message : "unknown";
  log(`start failed: ${error instanceof Error ? (error.stack ?? detail) : detail}`);
  dialog.showErrorBox(text("start-failed.title"), `${text("start-failed.do")}\n\n${detail}`);
  app.exit(1);
}

const shell: Shell = {};
if (isFirstInstance(app, () => shell.window && focusWindow(shell.window))) {
  hardenApp(app);
  registerAppScheme();
  app
    .whenReady()
    .then(() => start(shell))
    .catch(giveUp);
}
