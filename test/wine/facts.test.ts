import { describe, expect, it } from "vitest";
import type { CheckId } from "../../shared/checks/verdict.ts";
import { type FactId, factIds } from "../../shared/facts/catalogue.ts";
import { type Snapshot, snapshotSchema } from "../../shared/snapshot.ts";
import { policyText } from "../cli/support/policies.ts";
import { type Ended, startWindows } from "./support/windows.ts";

const windows = startWindows();
const currentVersion = "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";
const winlogon = `${currentVersion}\\Winlogon`;
const machinePolicy = "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System";
const desktopPolicy = "HKCU\\Software\\Policies\\Microsoft\\Windows\\Control Panel\\Desktop";
const desktop = "HKCU\\Control Panel\\Desktop";
const terminalServer = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server";
const restartRequired = "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate\\Auto Update\\RebootRequired";
const services = "HKLM\\SYSTEM\\CurrentControlSet\\Services";
const updateSettings = "HKLM\\SOFTWARE\\Microsoft\\WindowsUpdate\\UX\\Settings";

/** What Windows can tell of these only through PowerShell, which prints nothing here. */
const blocked = ["antivirus", "disk-encryption", "pending-updates", "accounts"] as const satisfies readonly FactId[];

/** What these checks rest on, by a policy of these alone: every key is a process of its own here, and a busy test machine starts them slowly. */
async function factsOf(...only: readonly CheckId[]) {
  const rules = Object.fromEntries(only.map((id) => [id, { level: "required" }]));
  const policy = windows.write(`C:\\policies\\${only.join("-")}.yaml`, policyText(rules));
  return snapshotOf(await windows.preflight(["check", "--json", "--policy", policy])).facts;
}

/** The facts that rest on the registry. */
async function registryFacts() {
  const first = await factsOf("screen-lock");
  const second = await factsOf("os-support", "restart-pending", "automatic-updates", "sign-in");
  return { ...first, ...second, ...(await factsOf("remote-access")) };
}

function snapshotOf(run: Ended) {
  expect(run.stderr).toBe("");
  return snapshotSchema.parse(JSON.parse(run.stdout));
}

const observed = (facts: Snapshot["facts"], id: FactId) => facts[id]?.observation;
const evidenceOf = (facts: Snapshot["facts"], id: FactId) => facts[id]?.evidence.map(({ seen }) => seen).join("\n");

describe("a Windows that tells next to nothing", () => {
  it("is judged in time, says why of each fact that it does not know, and has nothing green that was not read", async () => {
    const run = await windows.preflight(["check", "--json"]);
    const { facts, findings, checks, decision, run: ran } = snapshotOf(run);
    expect([run.code, decision?.light]).toEqual([20, "stop"]);
    // The limit of a run is 8 s; the rest is for the other processes of a busy test machine.
    expect(ran?.durationMs).toBeLessThanOrEqual(12_000);
    for (const id of factIds) {
      const observation = observed(facts, id);
      if (observation?.kind !== "unknown") continue;
      expect([id, observation.reason]).not.toEqual([id, "not-supported"]);
      expect([id, observation.detail]).not.toEqual([id, ""]);
    }
    for (const { checkId, outcome } of findings.filter((finding) => finding.outcome === "ok")) {
      const restsOn = checks.find(({ id }) => id === checkId)?.facts.map((id) => observed(facts, id)?.kind) ?? [];
      expect([checkId, outcome, restsOn]).toEqual([checkId, "ok", expect.arrayContaining(["known"])]);
    }
    for (const id of ["antivirus", "disk-encryption", "screen-lock", "os-patches", "firewall", "wifi-security"]) {
      expect(findings.find(({ checkId }) => checkId === id)).toMatchObject({ checkId: id, outcome: expect.stringMatching(/^(block|warn)$/) });
    }
  });

  it("names what is in the way: PowerShell that prints nothing, powercfg.exe that is not there", async () => {
    const facts = { ...(await factsOf("antivirus", "disk-encryption", "os-patches", "sign-in")), ...(await factsOf("screen-lock")) };
    for (const id of blocked) expect([id, observed(facts, id)]).toMatchObject([id, { kind: "unknown", reason: "policy-blocked" }]);
    expect(observed(facts, "screen-lock")).toMatchObject({
      kind: "unknown",
      reason: "tool-missing",
      detail: expect.stringContaining("powercfg.exe"),
    });
  });
});

describe("the registry, written by reg.exe", () => {
  it("of a PC that is kept well is read as it is", async () => {
    // Windows 11 still calls itself Windows 10 in ProductName.
    await windows.setRegistry(currentVersion, "ProductName", "REG_SZ", "Windows 10 Pro");
    await windows.setRegistry(currentVersion, "CurrentBuild", "REG_SZ", "26100");
    await windows.setRegistry(currentVersion, "UBR", "REG_DWORD", "2314");
    await windows.setRegistry(currentVersion, "DisplayVersion", "REG_SZ", "24H2");
    await windows.setRegistry(currentVersion, "EditionID", "REG_SZ", "Professional");
    await windows.setRegistry(currentVersion, "InstallationType", "REG_SZ", "Client");
    await windows.setRegistry(machinePolicy, "InactivityTimeoutSecs", "REG_DWORD", "600");
    await windows.setRegistry(terminalServer, "fDenyTSConnections", "REG_DWORD", "1");
    await windows.setRegistry(winlogon, "AutoAdminLogon", "REG_SZ", "0");
    // Wine has not both services of Windows Update.
    await windows.setRegistry(`${services}\\wuauserv`, "Start", "REG_DWORD", "3");
    await windows.setRegistry(`${services}\\UsoSvc`, "Start", "REG_DWORD", "2");
    const facts = await registryFacts();
    expect(observed(facts, "os-release")).toMatchObject({
      kind: "known",
      value: { product: "windows-11", version: "24H2", build: "26100.2314", edition: "Professional", supportEnd: null },
    });
    expect(observed(facts, "screen-lock")).toMatchObject({
      kind: "known",
      value: { mechanisms: expect.arrayContaining([expect.objectContaining({ power: "any", lockAfterSeconds: 600 })]) },
    });
    expect(observed(facts, "restart-pending")).toMatchObject({ kind: "known", value: { pending: false } });
    expect(observed(facts, "automatic-updates")).toMatchObject({ kind: "known", value: { enabled: true, pausedUntil: null } });
    expect(evidenceOf(facts, "remote-access")).toContain("fDenyTSConnections: 1");
  });

  it("of a PC that is not is read as it is, and a policy goes before the person's own setting", async () => {
    await windows.setRegistry(currentVersion, "CurrentBuild", "REG_SZ", "19045");
    await windows.setRegistry(currentVersion, "UBR", "REG_DWORD", "1");
    await windows.setRegistry(currentVersion, "DisplayVersion", "REG_SZ", "22H2");
    await windows.setRegistry(currentVersion, "EditionID", "REG_SZ", "Core");
    await windows.removeRegistry(machinePolicy);
    for (const [key, seconds] of [
      [desktop, "60"],
      [desktopPolicy, "300"],
    ] as const) {
      await windows.setRegistry(key, "ScreenSaveActive", "REG_SZ", "1");
      await windows.setRegistry(key, "ScreenSaverIsSecure", "REG_SZ", "1");
      await windows.setRegistry(key, "ScreenSaveTimeOut", "REG_SZ", seconds);
      await windows.setRegistry(key, "SCRNSAVE.EXE", "REG_SZ", "C:\\windows\\system32\\スクリーン セーバー.scr");
    }
    await windows.setRegistry(winlogon, "ScreenSaverGracePeriod", "REG_SZ", "20");
    await windows.setRegistry(winlogon, "AutoAdminLogon", "REG_SZ", "1");
    await windows.setRegistry(winlogon, "DefaultPassword", "REG_SZ", "hunter2-secret");
    await windows.setRegistry(terminalServer, "fDenyTSConnections", "REG_DWORD", "0");
    await windows.setRegistry(restartRequired, "c0ffee00-0000-0000-0000-000000000000", "REG_DWORD", "1");
    await windows.setRegistry(updateSettings, "PauseUpdatesExpiryTime", "REG_SZ", "2099-12-24T08:00:00Z");
    const facts = await registryFacts();
    expect(observed(facts, "os-release")).toMatchObject({ kind: "known", value: { product: "windows-10", version: "22H2", build: "19045.1" } });
    expect(observed(facts, "screen-lock")).toMatchObject({
      kind: "known",
      value: { mechanisms: expect.arrayContaining([expect.objectContaining({ power: "any", lockAfterSeconds: 320 })]) },
    });
    expect(observed(facts, "restart-pending")).toMatchObject({ kind: "known", value: { pending: true } });
    expect(observed(facts, "automatic-updates")).toMatchObject({ kind: "known", value: { pausedUntil: "2099-12-24T08:00:00.000Z" } });
    expect(evidenceOf(facts, "remote-access")).toContain("fDenyTSConnections: 0");
    expect(evidenceOf(facts, "accounts")).toMatch(/AutoAdminLogon: "?1/);
    // Beside the switch lies the password: it is never read.
    expect(JSON.stringify(facts)).not.toContain("hunter2");
  });
});
