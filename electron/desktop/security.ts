import type { App, Session, WebContents } from "electron";
import { isOwnUrl, isPreviewUrl, pageUrl, problemUrl } from "./addresses.ts";

/** What the page may ask the OS for. Everything else is refused without asking. */
const allowedPermissions: ReadonlySet<string> = new Set([
  "clipboard-sanitized-write", // "copy the helpdesk code": writing text after a click, no reading
]);

function mayHave(permission: string, url: string | undefined): boolean {
  return allowedPermissions.has(permission) && url !== undefined && isOwnUrl(url);
}

/** Addresses that Chromium may load for the page. */
function mayLoad(url: string, packaged: boolean): boolean {
  if (isOwnUrl(url)) return true; // the page and its files
  return !packaged && url.startsWith("devtools://"); // the developer tools' own page, which only a development start has
}

/** Nothing that a page could ask of the session is granted unless it stands above. */
export function denyByDefault(session: Session, { packaged }: { readonly packaged: boolean }): void {
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) => answer(mayHave(permission, requestingUrl)));
  session.setPermissionCheckHandler((_contents, permission, origin) => mayHave(permission, origin));
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayLoad(url, packaged) }));
  session.on("will-download", (event) => event.preventDefault()); // reports leave through the save dialog
  session.setSpellCheckerEnabled(false); // would fetch dictionaries
}

/** The page stays where it is: no other address, no window, no guest page, no peer connection. */
function confine(contents: WebContents): void {
  const stay = (event: { preventDefault(): void }, url: string) => {
    // Loading the page anew after it failed is the one navigation there is.
    if (url !== pageUrl && url !== problemUrl) event.preventDefault();
  };
  contents.on("will-navigate", (event, url) => stay(event, url));
  contents.on("will-redirect", (event, url) => stay(event, url));
  // Newer than the oldest Electron that we run on; there the request filter stops frames.
  contents.on("will-frame-navigate", (event) => {
    if (event.isMainFrame || !isPreviewUrl(event.url)) stay(event, event.url);
  });
  contents.on("will-attach-webview", (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
  // Peer connections are not subject to the request filter; without a proxy this leaves them no way out.
  contents.setWebRTCIPHandlingPolicy("disable_non_proxied_udp");
}

/** Must run before the app is ready. */
export function hardenApp(app: App): void {
  // As root Chromium starts only with --no-sandbox, which test runs need. A packaged app keeps its sandbox whatever the command line says.
  if (app.isPackaged || !app.commandLine.hasSwitch("no-sandbox")) app.enableSandbox();
  // The page needs no host name at all. Probes do not go through Chromium.
  app.commandLine.appendSwitch("host-resolver-rules", "MAP * ~NOTFOUND");
  app.commandLine.appendSwitch("disable-background-networking");
  app.on("web-contents-created", (_event, contents) => confine(contents));
  app.on("login", (event) => event.preventDefault());
  app.on("select-client-certificate", (event) => event.preventDefault());
}
