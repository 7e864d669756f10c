import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { outside } from "../common/gather.ts";
import type { RegistryKey } from "./regQueryParser.ts";

type Proxy = FactValue<"proxy">;

/** Without user name, password and what follows the path: nobody needs them, and they may be secret. */
function withoutSecrets(address: string): string {
  return outside(
    address
      .trim()
      .replace(/^([a-z][a-z0-9+.-]*:\/\/)?[^/@]*@/i, "$1")
      .replace(/[?#].*$/, ""),
  );
}

/** "host:port" for all, or "http=a:80;https=b:443": the one for encrypted pages, else the first. */
function manualServer(text: string): string {
  const parts = text.split(/[;\s]+/).filter((part) => part !== "");
  const of = (scheme: string) => parts.find((part) => part.toLowerCase().startsWith(`${scheme}=`))?.slice(scheme.length + 1);
  return withoutSecrets(of("https") ?? of("http") ?? parts[0]?.replace(/^\w+=/, "") ?? "").replace(/^[a-z][a-z0-9+.-]*:\/\//i, "");
}

/**
 * Values of the key "Internet Settings"; null: it is not there. A script goes before a fixed server, both before looking for a script in the network.
 * https://learn.microsoft.com/windows/win32/wininet/option-flags
 */
export function proxyOfInternetSettings(key: Pick<RegistryKey, "values"> | null): Proxy {
  const values = key?.values ?? new Map<string, string | number>();
  const script = values.get("autoconfigurl");
  if (typeof script === "string" && script.trim() !== "") return { mode: "auto-config", server: withoutSecrets(script) };
  const server = values.get("proxyserver");
  if (values.get("proxyenable") === 1 && typeof server === "string" && server.trim() !== "") return { mode: "manual", server: manualServer(server) };
  return values.get("autodetect") === 1 ? { mode: "auto-detect", server: null } : { mode: "none", server: null };
}

/** The environment's proxy, which many programs of the command line use ("http://host:port"). */
export function proxyOfEnvironment(text: string | undefined): Proxy | null {
  if (text === undefined || text.trim() === "") return null;
  return { mode: "manual", server: manualServer(text.trim().replace(/\/+$/, "")) };
}
