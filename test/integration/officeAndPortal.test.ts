import { beforeAll, describe, expect, it } from "vitest";
import type { ProbeContext } from "../../electron/probes/probe.ts";
import type { Observation } from "../../shared/observation.ts";
import { type SelfSigned, selfSigned } from "../support/selfSigned.ts";
import { buildDriver } from "./support/driver.ts";
import { pages, tlsPorts } from "./support/farServers.ts";
import { asHardware } from "./support/hardware.ts";
import { inNamespace, needNamespaces, until } from "./support/namespace.ts";
import { far, homeAndInternet, openvpn } from "./support/twoNetworks.ts";

// Real pages and TLS servers, on the far side of the router: the sign-in page of a hotel, the office's inside server, and servers that behave badly.
type Page = keyof typeof pages;
const page = (name: Page, expected: { readonly status?: number; readonly body?: string } = { body: "success" }) => ({
  url: `http://198.51.100.7:${pages[name]}/`,
  status: 200,
  body: "",
  ...expected,
});
const asks = (...names: readonly Page[]): Partial<ProbeContext> => ({ portalCheck: names.map((name) => page(name)) });
const server = "10.20.0.5";
const right = selfSigned();
const wrong = selfSigned("rsa");
const office = (port: keyof typeof tlsPorts, pins: readonly string[] = [right.pin]): Partial<ProbeContext> => ({
  office: [{ host: server, port: tlsPorts[port], pins: [...pins] }],
});

interface Answer {
  readonly connectivity: Observation<{ readonly level: string }>;
  readonly office: Observation<unknown>;
  readonly ms: number;
}

/** What comes of each context, in a house whose router leads to the far servers. `more` runs before the questions. */
async function ask(contexts: Readonly<Record<string, Partial<ProbeContext>>>, more: readonly string[] = [], holder: SelfSigned = right) {
  const servers = await buildDriver("serversDriver");
  const driver = await buildDriver("officeDriver");
  try {
    const lines = [
      ...homeAndInternet,
      far(`ip addr add ${server}/32 dev lo`),
      `${far(`${process.execPath} ${servers.file} '${JSON.stringify(holder)}' /run/ready`)} &`,
      until("[ -e /run/ready ]"),
      ...more,
      ...asHardware([{ name: "lan0", kind: "cable" }]),
    ];
    const found = JSON.parse(await inNamespace(lines, [process.execPath, driver.file, JSON.stringify(Object.values(contexts))]));
    return new Map<string, Answer>(Object.keys(contexts).map((name, index) => [name, found[index]]));
  } finally {
    await servers.remove();
    await driver.remove();
  }
}

let found = new Map<string, Answer>();
let throughTunnel = new Map<string, Answer>();
let replacedServer = new Map<string, Answer>();
beforeAll(async () => {
  await needNamespaces();
  found = await ask({
    "nothing may be sent": {},
    "two pages as they should be": asks("success", "success"),
    "an empty page": { portalCheck: [page("empty", { status: 204, body: "" })] },
    "two redirects": asks("redirect", "redirect"),
    "two pages of the hotel": asks("replaced", "replaced"),
    "one page that says: sign in": asks("signIn", "success"),
    "one redirect beside a page as it should be": asks("redirect", "success"),
    "servers in trouble": asks("broken", "broken"),
    "pages that hang": asks("hangs", "hangs"),
    "pages without end": asks("endless", "endless"),
    "pages that break off": asks("closesEarly", "closesEarly"),
    "one that hangs beside one as it should be": asks("hangs", "success"),
    "nobody there": { portalCheck: [{ url: "http://198.51.100.7:8099/", status: 200, body: "success" }] },
    "the right pin": office("office"),
    "one of several pins": office("office", [wrong.pin, right.pin]),
    "the wrong pin": office("office", [wrong.pin]),
    "no server": office("nobody"),
    "a server that never answers": office("silent"),
    "a server without TLS": office("plain"),
    "a server that hangs up": office("closes"),
  });
  throughTunnel = await ask({ "the right pin": office("office") }, [...openvpn(["route 10.20.0.0 255.255.0.0"])]);
  replacedServer = await ask({ "somebody else's key": office("office") }, [], wrong);
});

const at = (name: string) => found.get(name) ?? { connectivity: { kind: "missing" }, office: { kind: "missing" }, ms: Number.NaN };

describe("a sign-in page", () => {
  it.each([
    ["two pages as they should be", "internet"],
    ["an empty page", "internet"],
    ["two redirects", "portal"],
    ["two pages of the hotel", "portal"],
    ["one page that says: sign in", "portal"],
    ["pages without end", "portal"],
    ["one that hangs beside one as it should be", "internet"],
  ])("is told apart from the internet: %s", (name, level) => {
    expect(at(name).connectivity).toMatchObject({ kind: "known", value: { level } });
  });

  it.each(["one redirect beside a page as it should be", "servers in trouble", "pages that hang", "pages that break off", "nobody there"])(
    "is not guessed, and the internet neither: %s",
    (name) => {
      expect(at(name).connectivity).toMatchObject({ kind: "unknown" });
    },
  );

  it("is not looked for when the policy allows nothing to be sent", () => {
    expect(at("nothing may be sent").connectivity).toEqual({ kind: "not-applicable", why: "policy" });
  });

  it("does not hold up the run", () => {
    for (const [name, { ms }] of found) expect(ms, name).toBeLessThan(4_500);
  });
});

describe("the office", () => {
  const endpoint = (outcome: string, via: string) => ({ kind: "known", value: { endpoints: [{ host: server, outcome, via }] } });

  it.each(["the right pin", "one of several pins"])("is proved by the key of its server: %s", (name) => {
    expect(at(name).office).toMatchObject(endpoint("proved", "direct"));
  });

  it("is proved only for the other end of the tunnel when the answer came through one", () => {
    expect(throughTunnel.get("the right pin")?.office).toMatchObject(endpoint("proved", "tunnel"));
  });

  it("is not proved by a server with another key", () => {
    expect(at("the wrong pin").office).toMatchObject(endpoint("other-certificate", "direct"));
    expect(replacedServer.get("somebody else's key")?.office).toMatchObject(endpoint("other-certificate", "direct"));
  });

  it.each(["no server", "a server that never answers", "a server without TLS", "a server that hangs up"])("is not proved: %s", (name) => {
    expect(at(name).office).toMatchObject(endpoint("unreachable", "unrecognised"));
  });

  it("is not asked for when the policy names no server", () => {
    expect(at("nothing may be sent").office).toEqual({ kind: "not-applicable", why: "policy" });
  });
});
