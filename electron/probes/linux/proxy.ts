import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { known, type Observation, unknown } from "../../../shared/observation.ts";
import { couldNotSee, evidence, outside } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { keepsGsettings } from "./desktop.ts";
import { countOf, type Settings, textOf } from "./gsettingsParser.ts";
import { readSessionDesktop } from "./sessionDesktop.ts";
import { sessionSettings } from "./sessionSettings.ts";

type Value = Observation<FactValue<"proxy">>;
const variables = ["https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"] as const;

/** Host and port of a proxy's address. A name and password in it are nobody's business; what is no address is not shown. */
export function proxyServer(address: string): string | null {
  const [, server] =
    /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^@/\s]*@)?([\w.-]+(?::\d{1,5})?|\[[0-9a-f:.]+\](?::\d{1,5})?)(?:\/\S*)?$/i.exec(address.trim()) ?? [];
  return server === undefined ? null : outside(server);
}

/** org.gnome.system.proxy: mode 'none', 'manual' or 'auto' (a script, or by itself when it names none). */
export function gnomeProxy(settings: Settings): Value {
  const base = "org.gnome.system.proxy";
  const mode = textOf(settings, `${base} mode`);
  if (!mode.ok) return unknown("unparsed", mode.detail);
  if (mode.value === "none") return known({ mode: "none", server: null });
  if (mode.value === "auto") {
    const script = textOf(settings, `${base} autoconfig-url`);
    if (!script.ok) return unknown("unparsed", script.detail);
    return known(
      script.value === "" ? { mode: "auto-detect", server: null } : { mode: "auto-config", server: script.value.replace(/\/\/[^@/]*@/, "//") },
    );
  }
  if (mode.value !== "manual") return unknown("unparsed", `${base} mode: ${mode.value.slice(0, 32)}`);
  for (const kind of ["https", "http", "socks"]) {
    const host = textOf(settings, `${base}.${kind} host`);
    const port = countOf(settings, `${base}.${kind} port`);
    if (!host.ok || !port.ok) return unknown("unparsed", `${base}.${kind}`);
    if (host.value !== "") return known({ mode: "manual", server: outside(`${host.value}:${port.value}`) });
  }
  // "manual" without any host uses none.
  return known({ mode: "none", server: null });
}

/** The proxy that programs of this session are told to use: the environment, which most follow, then the desktop's settings. */
export const proxy: Probe<"proxy"> = {
  id: "linux.proxy",
  fact: "proxy",
  uses: ["gsettings"],
  validForMs: 900_000,
  async collect(host, _context, signal) {
    const name = variables.find((variable) => host.environment(variable));
    if (name !== undefined) {
      const server = proxyServer(host.environment(name) ?? "");
      const seen = [evidence(name, server ?? "set, but no address")];
      return server === null
        ? couldNotSee(unknown("unparsed", `${name} is no address`), seen)
        : { observation: known({ mode: "manual", server }), evidence: seen };
    }
    const session = await readSessionDesktop(host);
    if ("refusal" in session) return couldNotSee(session.refusal);
    const { desktop } = session;
    if (desktop === "kde") return couldNotSee(unknown("not-supported", "the proxy settings of KDE are not read"));
    const environment = evidence(variables.join(", "), "not set");
    if (!keepsGsettings(desktop)) return { observation: known({ mode: "none", server: null }), evidence: [environment] };
    const answer = await sessionSettings(host, signal);
    if ("refusal" in answer) return couldNotSee(answer.refusal, [environment]);
    const observation = gnomeProxy(answer.settings);
    const shown = observation.kind === "known" ? `${observation.value.mode} ${observation.value.server ?? ""}`.trim() : "not understood";
    return { observation, evidence: [environment, evidence("gsettings org.gnome.system.proxy", shown)] };
  },
};
