import type { FactValue } from "../../../../shared/facts/catalogue.ts";
import { known, unknown } from "../../../../shared/observation.ts";
import { decodeConsole } from "../../../host/decode.ts";
import type { Reader, Reading } from "../../reader.ts";
import { printedObjects } from "./powershellText.ts";

type Scope = FactValue<"firewall">["services"][number]["scope"];
/** Null: the output does not tell. */
interface Profile {
  readonly scope: Scope;
  readonly on: boolean | null;
  /** What the profile does by default with what comes in. */
  readonly inbound: "block" | "allow" | null;
}

/** Which of the profiles is in use, and whether another store goes before this one, neither tool says: always a part of the fact. */
function readingOf(profiles: readonly Profile[]): readonly Reading[] {
  // One that is off is open; one that is on closes nothing as long as it is not shown what it lets in.
  const isTold = ({ on, inbound }: Profile) => on === false || (on === true && inbound !== null);
  const services = profiles.filter(isTold).map(({ scope, on, inbound }) => {
    return { name: "Windows Firewall", scope, active: on === true, ...(inbound === null ? {} : { inbound }) };
  });
  const unread = profiles.filter((profile) => !isTold(profile)).map(({ scope }) => scope);
  if (services.length === 0) return [{ fact: "firewall", observation: unknown("unparsed", "no profile whose state is shown") }];
  return [{ fact: "firewall", part: true, observation: known({ services, ...(unread.length > 0 ? { unread } : {}) }) }];
}

const scopes = ["domain", "private", "public"] as const;

/** `Get-NetFirewallProfile`. https://learn.microsoft.com/powershell/module/netsecurity/get-netfirewallprofile */
export const netFirewallProfile: Reader = ({ stdout }) =>
  readingOf(
    printedObjects(decodeConsole(stdout)).flatMap((printed): Profile[] => {
      const scope = scopes.find((one) => one === (printed.get("name") ?? "").toLowerCase());
      const [enabled, inbound] = [(printed.get("enabled") ?? "").toLowerCase(), (printed.get("defaultinboundaction") ?? "").toLowerCase()];
      if (scope === undefined) return [];
      const isOn = enabled === "true" || enabled === "1" ? true : enabled === "false" || enabled === "0" ? false : null;
      // A table may show the switch alone: then what the profile does by default was not shown.
      const byDefault = inbound === "allow" ? "allow" : inbound === "block" || inbound === "notconfigured" ? "block" : null;
      return [{ scope, on: isOn, inbound: byDefault }];
    }),
  );

const on = /^(?:ON|オン|EIN|ACTIF|ATTIVO|启用|開啟|사용)$/i;
const off = /^(?:OFF|オフ|AUS|INACTIF|DÉSACTIVÉ|NON ATTIVO|关闭|關閉|사용 안 함)$/i;
const headings: readonly (readonly [Scope, RegExp])[] = [
  ["domain", /Domain|ドメイン|Domän/i],
  ["private", /Private|プライベート|Privates/i],
  ["public", /Public|パブリック|Öffentlich/i],
];

/**
 * `netsh advfirewall show allprofiles`: a heading, a line of dashes, the state, the firewall policy; the profiles always in the same order. Only the words
 * of the policy ("BlockInbound,AllowOutbound") are the same in every language. Where it was left out (people search for the state alone), an "on" is not
 * known to close anything. https://learn.microsoft.com/windows-server/administration/windows-commands/netsh-advfirewall
 */
export const netshAdvfirewall: Reader = ({ stdout }) => {
  const lines = decodeConsole(stdout).split(/\r?\n/);
  const isRuler = (line: string | undefined) => /^-{20,}\s*$/.test(line ?? "");
  const scopeOf = (line: string) => headings.find(([, word]) => word.test(line))?.[0];
  const starts = lines.flatMap((line, index) =>
    /^\S.*[:：]\s*$/.test(line) && (isRuler(lines[index + 1]) || scopeOf(line) !== undefined) ? [index] : [],
  );
  return readingOf(
    starts.flatMap((from, index): Profile[] => {
      const scope = scopeOf(lines[from] ?? "") ?? (starts.length === scopes.length ? scopes[index] : undefined);
      const rows = lines.slice(from + 1, starts[index + 1]).filter((line) => !isRuler(line) && line.trim() !== "");
      const value = (line: string | undefined) => /\s{2,}(\S.*?)\s*$/.exec(line ?? "")?.[1] ?? "";
      const [state, policy] = [value(rows[0]), value(rows[1])];
      if (scope === undefined) return [];
      const isOn = on.test(state) ? true : off.test(state) ? false : null;
      const inbound = /^BlockInbound/i.test(policy) ? "block" : /^AllowInbound/i.test(policy) ? "allow" : null;
      return [{ scope, on: isOn, inbound }];
    }),
  );
};
