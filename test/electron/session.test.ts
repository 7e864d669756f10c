import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { home, inNamespace, needNamespaces, tunnel } from "../integration/support/namespace.ts";
import { policyDocument, putManagedPolicy } from "../support/managedPolicy.ts";
import { journalOf } from "./desktop.ts";
import { launch, launchApp, newPerson, type Person } from "./launchApp.ts";
import { callFrom, settled } from "./page.ts";

const root = resolve(import.meta.dirname, "../..");

/** A company that asks for its VPN alone, and for a look after any lock of the screen. */
const policyText = (revision: number) =>
  policyDocument((policy) => {
    const rules = Object.fromEntries(Object.keys(policy.rules).map((id) => [id, { level: "off" }]));
    policy.rules = { ...rules, vpn: { level: "required", settings: { splitTunnel: "allowed" } } };
    Object.assign(policy, { revision, network: { vpnInterfaces: ["tun0"] }, session: { unlockMinutes: 0 } });
  });

interface Seen {
  readonly light: string | null;
  readonly because: string | null;
  readonly run: string;
  readonly revision: number;
  readonly notifications: readonly string[];
}
type Step = "start" | "vpnLost" | "vpnBack" | "flapped" | "resumed" | "unlocked" | "policy";

describe("the app while its PC changes under it", () => {
  let person: Person;
  let folder: string;
  let results: Readonly<Record<Step, Seen>>;
  beforeAll(async () => {
    await needNamespaces();
    person = newPerson("ja");
    folder = mkdtempSync(join(tmpdir(), "preflight-session-"));
    for (const [name, revision] of [
      ["first", 1],
      ["second", 2],
    ] as const) {
      await putManagedPolicy(join(folder, name), policyText(revision));
    }
    const asked = { binary: launch.binary, arguments: launch.arguments, root, policies: folder };
    const setUp = [
      ...home,
      ...tunnel("tun0", "10.8.0.6/24"),
      "ip route add 0.0.0.0/1 dev tun0",
      "ip route add 128.0.0.0/1 dev tun0",
      "mount -t tmpfs -o mode=755 tmpfs /run",
      "mkdir /run/etc && cp -a /etc/. /run/etc && mkdir -p /run/etc/telework-preflight && mount --bind /run/etc /etc",
    ];
    const driver = join(import.meta.dirname, "session/driver.mjs");
    results = JSON.parse(await inNamespace(setUp, [process.execPath, driver, JSON.stringify(asked)], person.env, 150_000));
  }, 170_000);
  afterAll(() => {
    person.forget();
    rmSync(folder, { recursive: true, force: true });
  });

  it("lets work start under the company's VPN, and says nothing", () => {
    expect(results.start).toMatchObject({ light: "go", because: null, notifications: [] });
  });

  it("stops when the VPN is lost, and tells so over everything, once", () => {
    expect(results.vpnLost).toMatchObject({ light: "stop", because: "vpn" });
    expect(results.vpnLost.notifications).toHaveLength(1);
    const [told = ""] = results.vpnLost.notifications;
    expect(told).toContain("いまは、どの業務も始められません");
    expect(told).toContain("VPN が切れたため、点検しなおしました。");
    // Urgency 2 is "critical" (https://specifications.freedesktop.org/notification-spec/latest/urgency-levels.html).
    expect(told).toMatch(/"urgency": \D*2\b/);
  });

  it("is green again with the VPN, quietly", () => {
    expect(results.vpnBack).toMatchObject({ light: "go" });
    expect(results.vpnBack.notifications).toHaveLength(1);
  });

  it("is right after ten changes within seconds, and tells of them no second time within the minute", () => {
    expect(results.flapped).toMatchObject({ light: "go" });
    expect(results.flapped.notifications).toHaveLength(1);
  });

  it.each([
    ["sleep", "resumed", "resume"],
    ["a locked screen", "unlocked", "unlock"],
    ["another policy", "policy", "policy"],
  ] as const)("looks again after %s", (_, step, because) => {
    expect(results[step]).toMatchObject({ light: "go", because });
    expect(results[step].notifications).toHaveLength(1);
  });

  it("judges by the new policy", () => {
    expect(results.unlocked.revision).toBe(1);
    expect(results.policy.revision).toBe(2);
  });

  it("wrote down each end with its reason and the run whose light it took", () => {
    const ends = journalOf(person, "session");
    expect(ends[0]).toEqual({ type: "ended", because: "vpn", runId: results.start.run });
    expect(ends.slice(-4).map(({ because }) => because)).toEqual(["resume", "unlock", "policy", "quit"]);
  });
});

describe("the app without any bus", () => {
  it("checks, shows a true light and looks again all the same", async () => {
    const person = newPerson("en");
    const nowhere = "unix:path=/nonexistent/bus";
    const env = { ...person.env, DBUS_SESSION_BUS_ADDRESS: nowhere, DBUS_SYSTEM_BUS_ADDRESS: nowhere };
    const { app, page } = await launchApp({ ...person, env });
    const first = await settled(page);
    expect(first.decision).not.toBeNull();
    expect(await callFrom(page, "run.start", {})).toEqual({ ok: true });
    const second = await settled(page);
    expect(second.decision?.light).toBe(first.decision?.light);
    await app.close();
    person.forget();
  });
});
