import { describe, expect, it } from "vitest";
import type { HttpResult } from "../../../electron/host/host.ts";
import { connectivity, levelOfPages, type OwnSign, pageAnswer } from "../../../electron/probes/common/connectivity.ts";
import { internetTargets } from "../../../electron/probes/common/internetTargets.ts";
import { emptyContext } from "../../../electron/probes/probe.ts";
import { proxyModes } from "../../../shared/facts/network.ts";
import { unknown } from "../../../shared/observation.ts";
import { answering, bareHost } from "../../support/bareHost.ts";
import { bytes, type Fixture } from "../../support/fixtures.ts";

const pages = [
  { url: "http://probe.example/a", status: 200, body: "all well" },
  { url: "http://probe.example/b", status: 204, body: "" },
];
const signal = new AbortController().signal;
const none: OwnSign = { kind: "none" };
const seen = (level: "internet" | "portal" | "local" | "none"): OwnSign => ({
  kind: "seen",
  level,
  source: "own word",
  evidence: [{ source: "own word", seen: level }],
});
const refused: OwnSign = { kind: "refused", refusal: unknown("timeout", "no answer") };

type Recorded = Fixture["http"][string];
const page = (status: number, body = "", location: string | null = null): Recorded => ({ outcome: "answered", status, location, body });
const dead: Recorded = { outcome: "timeout", detail: "no answer" };
const good = { "http://probe.example/a": page(200, "all well\n"), "http://probe.example/b": page(204) };
const signIn = page(302, "", "http://login.example/");
const routed = Object.fromEntries(
  internetTargets.map(({ address }) => [address, { outcome: "routed", localAddress: "192.0.2.7", interface: "wlan0" } as const]),
);
const noRoute = Object.fromEntries(internetTargets.map(({ address }) => [address, { outcome: "no-route" } as const]));

async function levelOf(own: OwnSign, given: Partial<Fixture> = {}, portalCheck: typeof pages = pages, proxy?: (typeof proxyModes)[number]) {
  const options = proxy === undefined ? {} : { proxy: answering("proxy", { mode: proxy, server: null }) };
  const probe = connectivity("linux", async () => own, options);
  return (await probe.collect(bareHost({ egress: routed, ...given }), { ...emptyContext, portalCheck }, signal)).observation;
}
const known = (level: string) => ({ kind: "known", value: { level } });
const http = (a: Recorded, b: Recorded) => ({ http: { "http://probe.example/a": a, "http://probe.example/b": b } });

describe("the OS's own word", () => {
  it("portal wins, and nothing is sent: any page asked for would fail this test", async () => {
    expect(await levelOf(seen("portal"))).toEqual({ kind: "known", value: { level: "portal", sources: [{ source: "own word", level: "portal" }] } });
  });
  it.each(["internet", "local", "none"] as const)("%s stands alone when no page may be fetched", async (level) => {
    expect(await levelOf(seen(level), {}, [])).toMatchObject(known(level));
  });
  it("without one and without pages the policy does not ask", async () => {
    expect(await levelOf(none, {}, [])).toEqual({ kind: "not-applicable", why: "policy" });
  });
  it("that could not be had is unknown with its reason when no page may be fetched", async () => {
    expect(await levelOf(refused, {}, [])).toMatchObject({ kind: "unknown", reason: "timeout" });
  });
  it("that could not be had is made up for by the pages", async () => {
    expect(await levelOf(refused, { http: good })).toMatchObject(known("internet"));
    expect(await levelOf(refused, http(dead, dead))).toMatchObject({ kind: "unknown", reason: "timeout" });
  });
  it("internet is overruled by two pages that say portal, not by one", async () => {
    expect(await levelOf(seen("internet"), http(signIn, signIn))).toMatchObject(known("portal"));
    expect(await levelOf(seen("internet"), http(signIn, dead))).toMatchObject(known("internet"));
  });
  it("local is overruled by pages that answer as they should", async () => {
    expect(await levelOf(seen("local"), { http: good })).toMatchObject(known("internet"));
  });
});

describe("the pages", () => {
  it("as they should be: the internet", async () => {
    expect(await levelOf(none, { http: good })).toEqual({
      kind: "known",
      value: { level: "internet", sources: [{ source: "HTTP", level: "internet" }] },
    });
  });
  it.each([
    ["redirected", signIn, signIn],
    ["another text", page(200, "<html>sign in</html>"), page(200, "<html>sign in</html>")],
    ["one 511", page(511), dead],
    ["one 511 beside a good one", page(511), page(204)],
  ])("%s: a portal", async (_name, a, b) => {
    expect(await levelOf(none, http(a, b))).toMatchObject(known("portal"));
  });
  it.each([
    ["one replaced, one as it should be", page(200, "all well"), page(200, "x")],
    ["one replaced, one dead", signIn, dead],
    ["an empty page that is not empty, one dead", dead, page(204, "x")],
    ["both dead with a route", dead, dead],
    ["errors of the servers", page(503), page(404)],
  ])("%s: not known", async (_name, a, b) => {
    expect(await levelOf(none, http(a, b))).toMatchObject({ kind: "unknown" });
  });
  it("no answer and no route: no network", async () => {
    expect(await levelOf(none, { ...http(dead, dead), egress: noRoute })).toMatchObject(known("none"));
  });
  it("one page alone never shows a portal, except by 511", () => {
    expect(levelOfPages(["replaced"])).toBeNull();
    expect(levelOfPages(["sign-in-required"])).toBe("portal");
    expect(levelOfPages(["replaced", "replaced", "expected"])).toBe("portal");
    expect(levelOfPages([])).toBe("no-answer");
  });
  it.each([
    ["plain", "success\n", "success", "expected"],
    ["inside a page", "<HTML><HEAD><TITLE>Success</TITLE></HEAD><BODY>Success</BODY></HTML>", "Success", "expected"],
    ["with its marks", "<HTML><HEAD><TITLE>Success</TITLE></HEAD></HTML>", "<TITLE>Success</TITLE>", "expected"],
    ["in the program of a sign-in page", "<html><script>ask({ success: go })</script><body>Sign in</body></html>", "success", "replaced"],
    ["in a program without an end", "<html>Sign in<script>ask({ success: go })", "success", "replaced"],
    ["in an address", '<meta http-equiv="refresh" content="0; url=http://portal.example/?success">', "success", "replaced"],
    ["in a remark", "<!-- success --><html>Sign in</html>", "success", "replaced"],
    ["in a style", "<style>.success { color: green }</style>Sign in", "success", "replaced"],
  ] as const)("the text that the policy names %s", (_name, answered, body, expected) => {
    const answer: HttpResult = { outcome: "answered", status: 200, location: null, body: bytes(answered) };
    expect(pageAnswer({ url: "http://probe.example/", status: 200, body }, answer)).toBe(expected);
  });
  it("reads bytes that are no text", () => {
    const answer: HttpResult = { outcome: "answered", status: 200, location: null, body: new Uint8Array([0xff, 0xfe, 0]) };
    expect(pageAnswer({ url: "http://probe.example/", status: 200, body: "all well" }, answer)).toBe("replaced");
    expect(pageAnswer({ url: "http://probe.example/", status: 200, body: "" }, { ...answer, body: bytes("\r\n") })).toBe("expected");
    expect(pageAnswer({ url: "http://probe.example/", status: 200, body: "" }, { ...answer, status: 204, body: bytes("") })).toBe("replaced");
    expect(pageAnswer({ url: "http://probe.example/", status: 200, body: "" }, { ...answer, status: 100 })).toBe("no-answer");
  });
});

describe("a proxy", () => {
  it.each(["http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"])("%s in the environment: nothing is asked past it", async (name) => {
    expect(await levelOf(none, { environment: { [name]: "http://proxy.example:8080" } })).toMatchObject({ kind: "unknown", reason: "failed" });
    expect(await levelOf(seen("internet"), { environment: { [name]: "http://proxy.example:8080" } })).toMatchObject(known("internet"));
  });
  it.each([...proxyModes])("mode %s", async (mode) => {
    const expected = mode === "manual" || mode === "auto-config" ? { kind: "unknown" } : known("internet");
    expect(await levelOf(none, { http: good }, pages, mode)).toMatchObject(expected);
  });
});
