import { describe, expect, it } from "vitest";
import { phaseOf } from "../../../electron/checks/supportPeriod.ts";
import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { known } from "../../../shared/observation.ts";
import { osSupport as table } from "../../../shared/osSupport.ts";
import { daysBefore, fact, knownFact, verdictOf } from "../../support/builders.ts";

type Release = FactValue<"os-release">;
const release = (product: string, version: string, parts: Partial<Release> = {}): Release => ({
  product,
  version,
  name: `${product} ${version}`,
  build: null,
  edition: null,
  kernel: null,
  supportEnd: null,
  ...parts,
});

function on(value: Release, day = "2026-11-22", settings?: Record<string, unknown>) {
  const now = new Date(`${day}T12:00:00Z`);
  const verdict = verdictOf("os-support", {
    facts: { "os-release": fact("os-release", known(value), { at: now.toISOString() }) },
    now,
    ...(settings ? { settings } : {}),
  });
  const minor = verdict.status === "fail" && verdict.minor ? " (minor)" : "";
  return `${verdict.status}${minor}: ${verdict.message.key.replace("check.os-support.", "")}`;
}

describe("on 22 November 2026", () => {
  it.each([
    ["windows-11", "25H2", "Professional", "pass: supported"],
    ["windows-11", "24H2", "Professional", "fail: ended"],
    ["windows-11", "24H2", "Core", "fail: ended"],
    ["windows-11", "24H2", "Enterprise", "pass: supported"],
    ["windows-11", "24H2", "EnterpriseS", "pass: supported"],
    ["windows-11", "23H2", "Enterprise", "fail: ended"],
    ["windows-11", "24H2", "ServerStandard", "unknown: notListed"],
    ["windows-11", "24H2", null, "unknown: notListed"],
    ["windows-11", "26H2", "Professional", "unknown: newer"],
    ["windows-11", "21H2", "Professional", "fail: ended"],
    ["windows-10", "22H2", "Professional", "fail: paidRefused"],
    ["windows-10", "21H2", "EnterpriseS", "pass: supported"],
    ["macos", "26.6.2", null, "pass: supportedNoDate"],
    ["macos", "14.8.9", null, "fail (minor): uncertain"],
    ["macos", "13.7", null, "fail: ended"],
    ["macos", "12.7", null, "fail: ended"],
    ["macos", "11.7.11", null, "fail: ended"],
    ["macos", "10.15.8", null, "fail: ended"],
    ["macos", "10.13.6", null, "fail: older"],
    ["macos", "27.0", null, "unknown: newer"],
    ["ubuntu", "24.04", null, "pass: supported"],
    ["ubuntu", "25.10", null, "fail: ended"],
    ["ubuntu", "26.10", null, "unknown: newer"],
    ["ubuntu", "23.10", null, "unknown: notListed"],
    ["debian", "13", null, "pass: supported"],
    ["debian", "12", null, "pass: lts"],
    ["debian", "11", null, "fail: ended"],
    ["fedora", "43", null, "pass: supported"],
    ["fedora", "45", null, "unknown: newer"],
    ["raspbian", "12", null, "pass: supportedNoDate"],
    ["raspbian", "11", null, "fail (minor): uncertain"],
    ["linuxmint", "22.3", null, "pass: supported"],
    ["linuxmint", "21.3", null, "pass: supported"],
    ["linuxmint", "20.2", null, "fail: ended"],
    ["linuxmint", "7", null, "pass: supportedNoDate"],
    ["linuxmint", "6", null, "fail: ended"],
    ["rhel", "8.10", null, "pass: supported"],
    ["almalinux", "8.5", null, "pass: supported"],
    ["rocky", "9.7", null, "pass: supported"],
    ["centos", "9", null, "pass: supported"],
    ["centos", "8", null, "fail: ended"],
    ["ol", "9.6", null, "pass: supported"],
    ["opensuse-leap", "15.6", null, "fail: ended"],
    ["opensuse-leap", "16.0", null, "pass: supported"],
    ["sled", "15.7", null, "pass: supported"],
    ["alpine", "3.22.2", null, "pass: supported"],
    ["alpine", "3.21.5", null, "fail: ended"],
    ["nixos", "26.05", null, "pass: supported"],
    ["nixos", "25.11", null, "fail: ended"],
    ["nixos", "26.11", null, "unknown: newer"],
    ["pop", "22.04", null, "pass: supported"],
    ["ubuntu", "20.04", null, "fail: paidRefused"],
    ["opensuse-tumbleweed", "20261120", null, "pass: rolling"],
    ["opensuse-tumbleweed", "20260701", null, "fail: rollingOld"],
    ["opensuse-tumbleweed", "20271120", null, "unknown: rollingUnseen"],
    ["arch", "rolling", null, "pass: rolling"],
    ["elementary", "8", null, "unknown: notListed"],
    ["debian", "trixie/sid", null, "unknown: notListed"],
    ["constructor", "1", null, "unknown: notListed"],
  ] as const)("%s %s %s is %s", (product, version, edition, expected) => {
    expect(on(release(product, version, { edition }))).toBe(expected);
  });
});

describe("a distribution without releases is supported while it is kept up to date", () => {
  const arch = (listsAge: number, installedAge: number | null) =>
    verdictOf("os-support", {
      facts: {
        ...knownFact("os-release", release("arch", "rolling")),
        ...knownFact("pending-updates", {
          manager: "pacman",
          total: 0,
          security: 0,
          names: [],
          listsAt: daysBefore(listsAge),
          lastInstalledAt: installedAge === null ? null : daysBefore(installedAge),
        }),
      },
      settings: { maxRollingAgeDays: 90 },
    });
  it("by what was installed last", () => {
    expect(arch(1, 90)).toMatchObject({ status: "pass", message: { key: "check.os-support.rolling" } });
    expect(arch(1, 91)).toMatchObject({ status: "fail", remedy: "update-all", message: { params: { days: 91 } } });
  });
  it("by its lists where that was not seen", () => {
    expect(arch(30, null).status).toBe("pass");
    expect(arch(400, null).status).toBe("fail");
  });
});

describe("Ubuntu after its regular end", () => {
  const focal = (extended: Release["extended"]) => on(release("ubuntu", "20.04", { extended }));
  it("is supported for those who have attached Ubuntu Pro, as long as the contract lasts", () => {
    expect(focal({ enrolled: true, until: null })).toBe("pass: enrolled");
    expect(focal({ enrolled: true, until: "2027-05-01T00:00:00Z" })).toBe("pass: enrolled");
    expect(focal({ enrolled: true, until: "2026-11-01T00:00:00Z" })).toBe("fail: notEnrolled");
    expect(focal({ enrolled: false, until: null })).toBe("fail: notEnrolled");
    expect(focal(null)).toBe("fail: paidRefused");
  });
});

// Dates: https://learn.microsoft.com/lifecycle/products, one row an edition and a release.
describe("Windows by its build, on 22 November 2026", () => {
  it.each([
    ["windows-11", "24H2", 26100, "ProfessionalEducation", "fail: ended"],
    ["windows-11", "25H2", 26200, "ProfessionalWorkstationN", "pass: supported"],
    ["windows-11", "24H2", 26100, "Education", "pass: supported"],
    ["windows-11", "24H2", 26100, "EducationN", "pass: supported"],
    ["windows-11", "24H2", 26100, "EnterpriseEval", "pass: supported"],
    ["windows-11", "24H2", 26100, "EnterpriseSEval", "pass: supported"],
    ["windows-11", "24H2", 26100, "IoTEnterprise", "pass: supported"],
    ["windows-11", "24H2", 26100, "IoTEnterpriseS", "pass: supported"],
    ["windows-11", "24H2", 26100, "CloudEdition", "fail: ended"],
    ["windows-11", "25H2", 26200, "ServerRdsh", "pass: supported"],
    ["windows-11", "23H2", 22631, "ServerRdsh", "fail: ended"],
    ["windows-11", "25H2", 26200, "CoreSingleLanguage", "pass: supported"],
    ["windows-11", "25H2", 26200, "SomethingNew", "unknown: notListed"],
    ["windows-11", "26H2", 26300, "Professional", "unknown: newer"],
    ["windows-11", "25H2", 26220, "Professional", "unknown: notListed"],
    ["windows-11", "21H2", 22000, "Education", "fail: ended"],
    ["windows-10", "1809", 17763, "EnterpriseS", "pass: supported"],
    ["windows-10", "1809", 17763, "EnterpriseSN", "pass: supported"],
    ["windows-10", "1809", 17763, "IoTEnterpriseS", "pass: supported"],
    ["windows-10", "1809", 17763, "Enterprise", "fail: ended"],
    ["windows-10", "1809", 17763, "Core", "fail: ended"],
    ["windows-10", "21H2", 19044, "IoTEnterpriseS", "pass: supported"],
    ["windows-10", "1607", 14393, "EnterpriseS", "fail: paidRefused"],
    ["windows-10", "1507", 10240, "EnterpriseS", "fail: ended"],
    ["windows-10", "1507", 10240, "Professional", "fail: ended"],
    ["windows-10", "1511", 10586, "Core", "fail: ended"],
    ["windows-10", "1607", 14393, "Education", "fail: ended"],
    ["windows-10", "1703", 15063, "Professional", "fail: ended"],
    ["windows-10", "1709", 16299, "Cloud", "fail: ended"],
    ["windows-10", "1803", 17134, "Enterprise", "fail: ended"],
    ["windows-10", "1803", 17134, "SomethingOld", "fail: older"],
    ["windows-10", "1903", 18362, "Professional", "fail: ended"],
    ["windows-10", "1909", 18363, "Core", "fail: ended"],
    ["windows-10", "2004", 19041, "Enterprise", "fail: ended"],
    ["windows-10", "2009", 19042, "Enterprise", "fail: ended"],
    ["windows-10", "20H2", 19042, "Core", "fail: ended"],
    ["windows-10", "21H1", 19043, "Core", "fail: ended"],
    ["windows-10", "22H2", 19045, "Core", "fail: paidRefused"],
    ["windows-10", "22H2", 19045, "Education", "fail: paidRefused"],
    ["windows", "8.1", 9600, "Professional", "fail: ended"],
    ["windows", "7", 7600, "Professional", "fail: older"],
    ["windows-server", "24H2", 26100, "ServerStandard", "pass: supported"],
    ["windows-server", "1809", 17763, "ServerDatacenter", "pass: supported"],
    ["windows-server", "1809", 17763, "ServerDatacenterACor", "fail: ended"],
    ["windows-server", "1607", 14393, "ServerStandard", "pass: supported"],
    ["windows-server", "23H2", 25398, "ServerDatacenterCor", "fail: ended"],
  ] as const)("%s %s (%s) %s is %s", (product, version, build, edition, expected) => {
    expect(on(release(product, version, { edition, build: `${build}.1234` }))).toBe(expected);
    expect(on(release(product, version, { edition, build: String(build) }))).toBe(expected);
  });

  it("the extended updates of consumers end before those of organisations", () => {
    const accepted = (edition: string, day: string) =>
      on(release("windows-10", "22H2", { edition, build: "19045.6000" }), day, { acceptPaid: true, warnDays: 0 });
    expect(accepted("Core", "2027-01-11")).toBe("pass: paid");
    expect(accepted("Core", "2027-10-13")).toBe("fail: ended");
    // Not ended yet, but the table is too old by then.
    expect(accepted("Professional", "2027-10-13")).toBe("unknown: tableOld");
    expect(accepted("Enterprise", "2028-10-11")).toBe("fail: ended");
  });

  it("by name alone, as older reports have it, four-digit names come before those of half-years", () => {
    for (const version of ["1507", "1511", "1607", "1703", "1709", "1803", "1809", "1903", "1909", "2004", "20H2", "21H1", "21H2"])
      expect(on(release("windows-10", version, { edition: "Professional" }))).toBe("fail: ended");
    expect(on(release("windows-10", "23H1", { edition: "Professional" }))).toBe("unknown: newer");
  });
});

describe("at the edges", () => {
  it("the last day still counts", () => {
    expect(on(release("fedora", "43"), "2026-12-09", { warnDays: 0 })).toBe("fail (minor): ending");
    expect(on(release("fedora", "43"), "2026-12-10")).toBe("fail: ended");
  });
  it("warns from warnDays before the end", () => {
    expect(on(release("fedora", "43"), "2026-11-24")).toBe("pass: supported");
    expect(on(release("fedora", "43"), "2026-11-25")).toBe("fail (minor): ending");
  });
  it("long-term and paid support are the policy's choice", () => {
    expect(on(release("debian", "12"), "2026-11-22", { acceptLts: false })).toBe("fail: ltsRefused");
    expect(on(release("windows-10", "22H2", { edition: "Professional" }), "2026-11-22", { acceptPaid: true })).toBe("pass: paid");
  });
  it("an end that the OS states goes before the table", () => {
    expect(on(release("fedora", "43", { supportEnd: "2027-03-01" }))).toBe("pass: supported");
    expect(on(release("plan9", "4", { supportEnd: "2026-11-21" }))).toBe("fail: ended");
  });
});

describe("a period with an extension", () => {
  const period = { version: "1", end: "2026-12-01", extended: { kind: "lts", end: "2030-06-30" } } as const;
  const on = (day: string, acceptLts: boolean) => phaseOf(period, new Date(`${day}T00:00:00Z`), { acceptLts, acceptPaid: false, warnDays: 14 });
  it("that is accepted warns before the end of the extension, so that no light gets better after the regular end", () => {
    expect(on("2026-11-30", true)).toEqual({ phase: "regular", end: "2030-06-30" });
    expect(on("2026-12-02", true)).toEqual({ phase: "lts", end: "2030-06-30" });
    expect(on("2030-06-20", true)).toEqual({ phase: "ending", end: "2030-06-30" });
    expect(on("2030-07-01", true)).toEqual({ phase: "ended", end: "2030-06-30" });
  });
  it("that is not accepted ends with the regular support", () => {
    expect(on("2026-11-30", false)).toEqual({ phase: "ending", end: "2026-12-01" });
    expect(on("2026-12-02", false)).toEqual({ phase: "lts-refused", end: "2026-12-01" });
    expect(on("2030-07-01", false)).toEqual({ phase: "ended", end: "2026-12-01" });
  });
});

describe("a table that is out of date", () => {
  it("proves nothing any more, except an end that it knows", () => {
    expect(on(release("debian", "13"), "2027-02-22")).toBe("pass: supported");
    expect(on(release("debian", "13"), "2027-02-23")).toBe("unknown: tableOld");
    expect(on(release("macos", "27"), "2027-02-23")).toBe("unknown: tableOld");
    expect(on(release("fedora", "42"), "2027-02-23")).toBe("fail: ended");
    expect(on(release("fedora", "44", { supportEnd: "2027-06-02" }), "2027-02-23")).toBe("pass: supported");
  });
  it("is never valid for more than six months, and every date in it is a day", () => {
    expect(Date.parse(table.validUntil) - Date.parse(table.asOf)).toBeLessThanOrEqual(184 * 86_400_000);
    const days = Object.values(table.products).flatMap((periods) =>
      periods.flatMap(({ end, extended }) => [end, extended?.end].filter((day) => day != null)),
    );
    for (const day of days) expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day);
  });
});

it("a fact that is older than it holds is could not check", () => {
  expect(verdictOf("os-support", { facts: knownFact("os-release", release("debian", "13")) }).status).toBe("pass");
  const { validForMs } = fact("os-release", known(release("debian", "13")));
  const later = new Date(Date.parse("2026-11-22T00:00:00Z") + validForMs + 1);
  expect(verdictOf("os-support", { now: later })).toEqual({ status: "unknown", reason: "stale", message: { key: "unknown.stale" } });
});
