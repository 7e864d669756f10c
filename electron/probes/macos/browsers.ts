import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { known, unknown } from "../../../shared/observation.ts";
import type { Host } from "../../host/host.ts";
import { couldNotSee, evidence, type Refusal } from "../common/gather.ts";
import { plistAt, plistText } from "../common/plist.ts";
import type { Probe } from "../probe.ts";
import { readPlist } from "./plistFile.ts";

type Browser = FactValue<"browsers">["browsers"][number];

/** Safari moved into a sealed volume of its own with macOS 13. */
export const safariPlaces = ["/Applications/Safari.app", "/System/Cryptexes/App/System/Applications/Safari.app"] as const;

/** Folder names in /Applications or the user's Applications. */
const places: readonly { readonly name: Browser["name"]; readonly apps: readonly string[] }[] = [
  { name: "safari", apps: safariPlaces },
  { name: "chrome", apps: ["/Applications/Google Chrome.app", "~/Applications/Google Chrome.app"] },
  { name: "edge", apps: ["/Applications/Microsoft Edge.app", "~/Applications/Microsoft Edge.app"] },
  { name: "firefox", apps: ["/Applications/Firefox.app", "~/Applications/Firefox.app"] },
  { name: "chromium", apps: ["/Applications/Chromium.app", "~/Applications/Chromium.app"] },
  { name: "brave", apps: ["/Applications/Brave Browser.app", "~/Applications/Brave Browser.app"] },
];

async function readBrowser(host: Host, name: Browser["name"], app: string): Promise<Browser | Refusal | null> {
  const home = host.homeFolder();
  if (app.startsWith("~") && home === undefined) return null;
  const path = `${app.replace(/^~/, home ?? "")}/Contents/Info.plist`;
  const file = await readPlist(host, path);
  if (file.outcome === "missing") return null;
  if (file.outcome === "refused") return file.refusal;
  const version = plistText(plistAt(file.value, "CFBundleShortVersionString")) ?? "";
  return /^\d{1,6}(?:\.\d{1,6}){0,4}$/.test(version) ? { name, version, waiting: null } : unknown("unparsed", `${path}: no version`);
}

/** Installed browsers by what their own bundle says. Whether a running one waits for its restart is not seen. */
export const browsers: Probe<"browsers"> = {
  id: "macos.browsers",
  fact: "browsers",
  uses: [],
  validForMs: 3_600_000,
  async collect(host) {
    // A copy of the user's own may be older than the one of all, and the one in use. Safari is one program in two places.
    const answers = (
      await Promise.all(
        places.map(async ({ name, apps }) => {
          const copies = await Promise.all(apps.map((app) => readBrowser(host, name, app)));
          return name === "safari" ? copies.filter((copy) => copy !== null).slice(0, 1) : copies;
        }),
      )
    ).flat();
    const found: Browser[] = [];
    for (const answer of answers) {
      if (answer === null) continue;
      if ("kind" in answer) return couldNotSee(answer);
      found.push(answer);
    }
    return {
      observation: known({ browsers: found }),
      evidence: [evidence("Contents/Info.plist", found.length === 0 ? "none is installed" : found.map(({ name, version }) => `${name} ${version}`))],
    };
  },
};
