import { describe, expect, it } from "vitest";
import { checks } from "../../../electron/checks/registry.ts";
import { bundledPolicy } from "../../../electron/services/policy/bundledPolicy.ts";
import { parsePolicy } from "../../../electron/services/policy/parsePolicy.ts";
import type { FactId, Facts, FactValue } from "../../../shared/facts/catalogue.ts";
import { notApplicable, unknown } from "../../../shared/observation.ts";
import { informationClassIds, methodIds, riskIds } from "../../../shared/risks.ts";
import {
  allDeclared,
  companyPolicy,
  daysBefore,
  decideOn,
  declaration,
  exception,
  fact,
  factsInOrder,
  knownFact,
  valuesInOrder,
  withRules,
} from "../../support/builders.ts";
import { bundledPolicyText } from "../../support/bundledPolicyText.ts";

const { policy } = bundledPolicy(checks);

function lights(changed: Parameters<typeof decideOn>[0]) {
  const { decision } = decideOn(changed);
  const byId = Object.fromEntries(decision.clearances.map(({ activityId, light }) => [activityId, light]));
  return {
    public: byId["public-research"],
    internalCloud: byId["mail-and-meetings"],
    internalApp: byId["mobile-mail"],
    internalPc: byId["documents"],
    confidentialRemote: byId["office-desktop"],
    confidentialVdi: byId["core-systems"],
    confidentialPc: byId["confidential-files"],
    all: decision.light,
  };
}
/** public / internal (cloud, app, PC) / confidential (remote, virtual desktop, PC) as letters: g, c, s. */
function short(changed: Parameters<typeof decideOn>[0]): string {
  const letter = (light: string | undefined) => light?.[0] ?? "?";
  const all = lights(changed);
  const internal = [all.internalCloud, all.internalApp, all.internalPc].map(letter).join("");
  const confidential = [all.confidentialRemote, all.confidentialVdi, all.confidentialPc].map(letter).join("");
  return `${letter(all.public)} ${internal} ${confidential}`;
}
const wifi = (security: "open" | "wep" | "owe") =>
  knownFact("wifi-link", { connected: true, interface: "wlan0", ssid: "cafe", bssid: null, security, signalPercent: 50 });
const noVpn = knownFact("vpn", { internetV4: "direct", internetV6: "direct", company: null, dns: null, carrying: [], idle: [], clients: [] });
const disk = (state: "not-encrypted" | "encrypting") =>
  knownFact("disk-encryption", { volumes: [{ role: "system", mount: "/", state, method: null }], removable: [] });
const unseen = <K extends FactId>(id: K) => fact(id, unknown("timeout", ""));
const history = (changed: Partial<FactValue<"network-history">>) => knownFact("network-history", { ...valuesInOrder["network-history"], ...changed });
const accounts = (changed: Partial<FactValue<"accounts">>) => factsInOrder(knownFact("accounts", { ...valuesInOrder.accounts, ...changed }));
const portal = knownFact("connectivity", { level: "portal", sources: [{ source: "test", level: "portal" }] });
const windowsFirewall = (off: "public" | "domain"): FactValue<"firewall"> => ({
  active: true,
  services: (["domain", "private", "public"] as const).map((scope) => ({ name: `Windows ${scope}`, active: scope !== off, scope })),
  excludedInterfaces: [],
});
const windows = knownFact("os-release", {
  ...valuesInOrder["os-release"],
  product: "windows-11",
  version: "25H2",
  name: "Windows 11 Pro 25H2",
  edition: "Professional",
});
const only = (id: string) => allDeclared().filter(({ checkId }) => checkId !== id);

describe("what is in it", () => {
  it("is the same as data in the bundle and as the file that an officer copies", () => {
    expect(parsePolicy(new TextEncoder().encode(bundledPolicyText), checks)).toEqual({ ok: true, ...bundledPolicy(checks), doubts: [] });
  });
  it("has every risk, method and information class with words in both languages", () => {
    expect(Object.keys(policy.risks).sort()).toEqual([...riskIds].sort());
    expect(Object.keys(policy.methods).sort()).toEqual([...methodIds].sort());
    expect(Object.keys(policy.informationClasses).sort()).toEqual([...informationClassIds].sort());
    expect(policy.informationClasses.restricted.telework).toBe("forbidden");
  });
  it("says of each method whether data stays on the PC, as the source paper does", () => {
    const stays = Object.fromEntries(Object.entries(policy.methods).map(([id, { dataOnDevice }]) => [id, dataOnDevice]));
    expect(stays).toEqual({
      "remote-desktop": false,
      "virtual-desktop": false,
      "cloud-app": true,
      "secure-browser": false,
      "app-wrapping": false,
      "take-home-pc": true,
    });
  });
  it("has measures against every risk, and every check answers one", () => {
    expect(new Set(policy.measures.map(({ risk }) => risk))).toEqual(new Set(riskIds));
    const answering = new Set(policy.measures.flatMap(({ answer }) => answer.flatMap((part) => (part.by === "checks" ? part.checks : []))));
    expect([...answering].sort()).toEqual(checks.map(({ id }) => id).sort());
  });
  it("has an activity for every class that may be handled and for every method", () => {
    expect(new Set(policy.activities.map(({ method }) => method))).toEqual(new Set(methodIds));
    expect(new Set(policy.activities.map((activity) => activity.class))).toEqual(new Set(["public", "internal", "confidential"]));
  });
  it("has a rule for every check, and states every setting itself", () => {
    for (const { id, settings } of checks) {
      expect(bundledPolicyText).toMatch(new RegExp(`^ {2}${id}:$`, "m"));
      const written = bundledPolicyText.match(new RegExp(`^ {2}${id}:\\n((?: {4}.*\\n| *#.*\\n)+)`, "m"))?.[1] ?? "";
      for (const name of Object.keys(settings.parse({}) as object)) expect(written, `${id}.${name}`).toContain(`${name}:`);
    }
  });
  it("claims no conformity", () => {
    expect(bundledPolicyText).not.toMatch(/準拠|compliant|certified/i);
  });
});

describe("the lights (public, internal ×3, confidential ×3)", () => {
  it("a PC in order, with the company's VPN named and connected and all declared, is green everywhere", () => {
    expect(lights({}).all).toBe("go");
  });
  it("a Windows PC in order is green as well", () => {
    const facts: Facts = {
      ...knownFact("os-release", {
        ...valuesInOrder["os-release"],
        product: "windows-11",
        version: "25H2",
        name: "Windows 11 Pro 25H2",
        edition: "Professional",
      }),
      ...knownFact("listening-services", { examined: 9, exposed: [{ protocol: "tcp", port: 445, address: "0.0.0.0" }] }),
      ...knownFact("antivirus", { products: [{ name: "Microsoft Defender", state: "on", definitionsAt: daysBefore(1), upToDate: null }] }),
    };
    expect(lights({ facts: factsInOrder(facts) }).all).toBe("go");
  });
  it("a Windows PC in the office needs no VPN", () => {
    const proved = knownFact("office-proof", { endpoints: [{ host: "inside.example", port: 443, outcome: "proved", via: "direct" }] });
    expect(lights({ facts: factsInOrder({ ...noVpn, ...proved, ...history({ remembered: false, named: null }) }) }).all).toBe("go");
  });
  it("without the VPN public and internal work is green and confidential work is not", () => {
    expect(short({ facts: factsInOrder(noVpn) })).toBe("g ggg sss");
  });
  it("as it is in the package, it names no VPN, so that a full tunnel opens confidential work with caution", () => {
    expect(short({ policy })).toBe("g ggg ccc");
  });

  it.each([
    ["open Wi-Fi without VPN", { facts: factsInOrder({ ...wifi("open"), ...noVpn }) }, "c sss sss"],
    ["WEP without VPN", { facts: factsInOrder({ ...wifi("wep"), ...noVpn }) }, "c sss sss"],
    ["open Wi-Fi with the company's VPN", { facts: factsInOrder(wifi("open")) }, "c ccc ccc"],
    ["OWE without VPN", { facts: factsInOrder({ ...wifi("owe"), ...noVpn }) }, "c ccc sss"],
    ["Wi-Fi that could not be seen under the company's VPN", { facts: factsInOrder({ "wifi-link": unseen("wifi-link") }) }, "c ccc ccc"],
    ["Wi-Fi that could not be seen, without VPN", { facts: factsInOrder({ "wifi-link": unseen("wifi-link"), ...noVpn }) }, "c sss sss"],
    ["a sign-in page, without VPN", { facts: factsInOrder({ ...portal, ...noVpn }) }, "c ccc sss"],
    [
      "a network that changed to weaker encryption, without VPN",
      { facts: factsInOrder({ ...history({ changes: ["weaker-security"] }), ...noVpn }) },
      "c ccc sss",
    ],
    ["a network that changed, under the company's VPN", { facts: factsInOrder(history({ changes: ["other-gateway"] })) }, "c ccc ccc"],
    ["a network without a name, under the company's VPN", { facts: factsInOrder(history({ named: null })) }, "g ggg ggg"],
    [
      "a network that history could not tell, under the company's VPN",
      { facts: factsInOrder({ "network-history": unseen("network-history") }) },
      "c ccc ccc",
    ],
    ["a PC that signs in by itself", { facts: accounts({ autoLogin: true }) }, "c ccc ccc"],
    ["a guest account that could not be seen", { facts: accounts({ guest: null }) }, "c ccc ccc"],
    ["passwords of any length", { facts: accounts({ biometrics: false, passwordMinLength: 0 }) }, "c ccc ccc"],
    ["work as an administrator", { facts: accounts({ administrator: true }) }, "c ccc ccc"],
    [
      "a browser that waits for its restart",
      { facts: factsInOrder(knownFact("browsers", { browsers: [{ name: "edge", version: "142.0", waiting: "143.0" }] })) },
      "c ccc ccc",
    ],
    [
      "a screen that is shared",
      { facts: factsInOrder(knownFact("remote-access", { services: [{ kind: "screen-sharing", name: "Screen Sharing", on: true }] })) },
      "c ccc ccc",
    ],
    ["SIP off", { facts: factsInOrder(knownFact("os-protection", { protections: [{ id: "sip", state: "off" }] })) }, "c ccc ccc"],
    ["a clock that is not set by itself", { facts: factsInOrder(knownFact("clock", { ...valuesInOrder.clock, synchronised: false })) }, "c ccc ccc"],
    ["no backup: off in this policy", { facts: factsInOrder(knownFact("backup", { sources: [] })) }, "g ggg ggg"],
    [
      "a PC that nobody manages: off in this policy",
      { facts: factsInOrder(knownFact("management", { join: "none", mdm: false, server: null })) },
      "g ggg ggg",
    ],
    ["programs that could not be listed: no list in this policy", { facts: factsInOrder({ "running-apps": unseen("running-apps") }) }, "g ggg ggg"],
    [
      "a program of the company's list running",
      {
        facts: factsInOrder(knownFact("running-apps", { examined: 90, matched: ["ExampleShare"] })),
        policy: withRules(companyPolicy(), { "unapproved-apps": { settings: { apps: ["ExampleShare"] } } }),
      },
      "c sss sss",
    ],
    ["the firewall for public networks off", { facts: factsInOrder(knownFact("firewall", windowsFirewall("public"))) }, "c ccc sss"],
    ["the firewall for domain networks off", { facts: factsInOrder(knownFact("firewall", windowsFirewall("domain"))) }, "c ccc ccc"],
    [
      "a screen that never locks on battery",
      {
        facts: factsInOrder(
          knownFact("screen-lock", {
            mechanisms: [
              { source: "x", power: "ac", lockAfterSeconds: 300 },
              { source: "x", power: "battery", lockAfterSeconds: null },
            ],
          }),
        ),
      },
      "c sss sss",
    ],
    [
      "updates paused",
      { facts: factsInOrder(knownFact("automatic-updates", { enabled: true, mechanism: "x", pausedUntil: daysBefore(-7) })) },
      "c ccc ccc",
    ],
    ["a disk without encryption", { facts: factsInOrder(disk("not-encrypted")) }, "c scs ccs"],
    [
      "a memory stick without encryption",
      {
        facts: factsInOrder(
          knownFact("disk-encryption", { ...valuesInOrder["disk-encryption"], removable: [{ mount: "E:", state: "not-encrypted" }] }),
        ),
      },
      "c ccc ccc",
    ],
    [
      "media that an older version did not look at",
      { facts: factsInOrder(knownFact("disk-encryption", { volumes: valuesInOrder["disk-encryption"].volumes })) },
      "c ccc ccc",
    ],
    ["a disk that is being encrypted", { facts: factsInOrder(disk("encrypting")) }, "c ccc ccc"],
    [
      "a screen that never locks",
      { facts: factsInOrder(knownFact("screen-lock", { mechanisms: [{ source: "x", power: "any", lockAfterSeconds: null }] })) },
      "c sss sss",
    ],
    [
      "antivirus off",
      { facts: factsInOrder(knownFact("antivirus", { products: [{ name: "x", state: "off", definitionsAt: null, upToDate: null }] })) },
      "c sss sss",
    ],
    ["no antivirus on a system where it does not apply", { facts: factsInOrder({ antivirus: fact("antivirus", notApplicable("os")) }) }, "g ggg ggg"],
    ["no antivirus on Linux", { facts: factsInOrder(knownFact("antivirus", { products: [] })) }, "g ggg ggg"],
    ["no antivirus on Windows", { facts: factsInOrder({ ...knownFact("antivirus", { products: [] }), ...windows }) }, "c sss sss"],
    ["an OS without support", { facts: factsInOrder(knownFact("os-release", { ...valuesInOrder["os-release"], version: "11" })) }, "c sss sss"],
    ["a firewall that could not be seen", { facts: factsInOrder({ firewall: fact("firewall", unknown("needs-admin", "")) }) }, "c ccc sss"],
    [
      "automatic updates off",
      { facts: factsInOrder(knownFact("automatic-updates", { enabled: false, mechanism: "x", pausedUntil: null })) },
      "c ccc ccc",
    ],
    ["place not declared", { declarations: only("surroundings") }, "c ccc sss"],
    ["PC not declared", { declarations: only("assigned-device") }, "c sss sss"],
    ["rules not accepted", { declarations: only("rules-accepted") }, "c sss sss"],
    ["lessons not taken", { declarations: only("lessons-current") }, "c ccc ccc"],
    ["a place where others can look on", { declarations: [...only("surroundings"), declaration("surroundings", { affirmed: false })] }, "c ccc sss"],
  ] as const)("%s", (_name, changed, expected) => {
    expect(short(changed as Parameters<typeof short>[0])).toBe(expected);
  });

  it("security updates and a restart may wait three days, not longer", () => {
    for (const [checkId, facts] of [
      ["os-patches", knownFact("pending-updates", { ...valuesInOrder["pending-updates"], total: 1, security: 1 })],
      ["restart-pending", knownFact("restart-pending", { pending: true, since: null, because: [] })],
    ] as const) {
      expect(short({ facts: factsInOrder(facts), failingSince: { [checkId]: daysBefore(2.9) } })).toBe("c ccc ccc");
      expect(short({ facts: factsInOrder(facts), failingSince: { [checkId]: daysBefore(3) } })).toBe("c sss sss");
    }
  });
  it("lists that prove nothing have no grace", () => {
    const facts = factsInOrder(knownFact("pending-updates", { ...valuesInOrder["pending-updates"], listsAt: daysBefore(15) }));
    expect(short({ facts })).toBe("c sss sss");
  });
});

describe("exceptions under it", () => {
  it("open a disk without encryption, with caution", () => {
    expect(short({ facts: factsInOrder(disk("not-encrypted")), exceptions: [exception("disk-encryption", { subject: "/" })] })).toBe("c ccc ccc");
  });
  it("open confidential work without a VPN with caution, for seven days at most", () => {
    expect(short({ facts: factsInOrder(noVpn), exceptions: [exception("vpn", { createdAt: daysBefore(6.9) })] })).toBe("g ggg ccc");
    expect(short({ facts: factsInOrder(noVpn), exceptions: [exception("vpn", { createdAt: daysBefore(7) })] })).toBe("g ggg sss");
  });
  it("never open confidential work on an unsafe Wi-Fi without a VPN", () => {
    const all = checks.map(({ id }, index) => exception(id, { id: `EX-0000000${index.toString(36).toUpperCase()}`, createdAt: daysBefore(0.1) }));
    expect(short({ facts: factsInOrder({ ...wifi("open"), ...noVpn }), exceptions: all })).toBe("c ccc sss");
  });
  it("hold one day for Wi-Fi, and fourteen at most for the rest", () => {
    const facts = factsInOrder({ ...wifi("open"), ...noVpn });
    expect(short({ facts, exceptions: [exception("wifi-security", { createdAt: daysBefore(0.99) })] })).toBe("c ccc sss");
    expect(short({ facts, exceptions: [exception("wifi-security", { createdAt: daysBefore(1) })] })).toBe("c sss sss");
    expect(policy.exceptions).toMatchObject({ minReasonLength: 20, maxDays: 14, needApproval: true, mayCoverUnknown: true });
  });
});
