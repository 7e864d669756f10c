import { describe, expect, it } from "vitest";
import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { notApplicable, unknown } from "../../../shared/observation.ts";
import { daysBefore, fact, knownFact, valuesInOrder, verdictOf } from "../../support/builders.ts";

describe("firewall", () => {
  const on = (active: boolean, ...services: { name: string; active: boolean; scope: "all" }[]) =>
    verdictOf("firewall", { facts: knownFact("firewall", { active, services, excludedInterfaces: [] }) });
  it("passes when one that filters is on, and names it", () => {
    expect(on(true, { name: "ufw", active: false, scope: "all" }, { name: "firewalld", active: true, scope: "all" })).toEqual({
      status: "pass",
      message: { key: "check.firewall.on", params: { services: "firewalld" } },
    });
  });
  it("fails when it is off", () => {
    expect(on(false, { name: "ufw", active: false, scope: "all" })).toMatchObject({ status: "fail", message: { key: "check.firewall.off" } });
  });
  it("on without anything that filters was misread", () => {
    expect(on(true, { name: "ufw", active: false, scope: "all" })).toMatchObject({
      status: "unknown",
      message: { key: "check.firewall.contradictory" },
    });
  });
});

describe("a firewall for each kind of network", () => {
  const profiles = (off: readonly string[], more: Partial<FactValue<"firewall">> = {}) =>
    verdictOf("firewall", {
      facts: knownFact("firewall", {
        active: true,
        services: (["domain", "private", "public"] as const).map((scope) => ({ name: `Windows ${scope}`, active: !off.includes(scope), scope })),
        excludedInterfaces: [],
        ...more,
      }),
    });
  it("passes with all three on", () => {
    expect(profiles([]).status).toBe("pass");
  });
  it("fails when the one for public networks is off, though another filters now", () => {
    expect(profiles(["public"])).toMatchObject({
      status: "fail",
      subject: "public",
      message: { key: "check.firewall.publicOff", params: { services: "Windows public" } },
    });
    expect(profiles(["public"])).not.toHaveProperty("minor");
    expect(profiles(["public", "domain"])).toMatchObject({ subject: "domain, public" });
  });
  it("warns when one that is not in use is off", () => {
    expect(profiles(["domain"])).toMatchObject({ status: "fail", minor: true, subject: "domain", message: { key: "check.firewall.someOff" } });
  });
  it("a product that is installed and switched off takes nothing away from Windows' own, which filters everywhere", () => {
    const own = (["domain", "private", "public"] as const).map((scope) => ({ name: `Windows ${scope}`, active: true, scope }));
    const services = [...own, { name: "Example Firewall", active: false, scope: "all" as const }];
    expect(profiles([], { services }).status).toBe("pass");
  });
  it("a product that filters everywhere makes up for them", () => {
    const services = [
      { name: "Windows public", active: false, scope: "public" as const },
      { name: "Example Firewall", active: true, scope: "all" as const },
    ];
    expect(profiles([], { services }).status).toBe("pass");
  });
  it("warns of interfaces that it leaves out, and names them in order", () => {
    expect(profiles([], { excludedInterfaces: ["Wi-Fi", "Ethernet"] })).toMatchObject({
      status: "fail",
      minor: true,
      subject: "Ethernet, Wi-Fi",
      message: { key: "check.firewall.excluded" },
    });
  });
});

describe("a firewall that lets in what no rule is about", () => {
  type Service = FactValue<"firewall">["services"][number];
  const own = (lettingIn: readonly string[], off: readonly string[] = []): Service[] =>
    (["domain", "private", "public"] as const).map((scope) => {
      const inbound = lettingIn.includes(scope) ? "allow" : "block";
      return { name: `Windows ${scope}`, active: !off.includes(scope), scope, inbound };
    });
  const on = (active: boolean, services: Service[]) =>
    verdictOf("firewall", { facts: knownFact("firewall", { active, services, excludedInterfaces: [] }) });
  const all: Service = { name: "ufw", active: true, scope: "all", inbound: "allow" };

  it("is no better than one that is off, and has its own steps", () => {
    for (const active of [true, false]) {
      expect(on(active, [all])).toMatchObject({
        status: "fail",
        remedy: "close",
        message: { key: "check.firewall.letsIn", params: { services: "ufw" } },
      });
    }
    expect(on(true, [{ ...all, inbound: "block" }]).status).toBe("pass");
  });
  it("for public networks alone: not met", () => {
    expect(on(true, own(["public"]))).toMatchObject({ status: "fail", remedy: "close", message: { key: "check.firewall.publicLetsIn" } });
    expect(on(true, own(["public"]))).not.toHaveProperty("minor");
    expect(on(true, own([], ["public"]))).toMatchObject({ remedy: "enable", message: { key: "check.firewall.publicOff" } });
  });
  it("for networks that are not in use: a caution, with the steps for what is off first", () => {
    expect(on(true, own(["domain"]))).toMatchObject({ minor: true, remedy: "close", message: { key: "check.firewall.someOff" } });
    expect(on(true, own(["domain"], ["private"]))).toMatchObject({ minor: true, remedy: "enable", subject: "domain, private" });
  });
  it("counts for nothing where a product filters everywhere", () => {
    expect(on(true, [...own(["public"]), { name: "Example", active: true, scope: "all" }]).status).toBe("pass");
  });
  it("puts waiting services on the network", () => {
    const listening = knownFact("listening-services", { examined: 3, exposed: [{ protocol: "tcp", port: 22, address: "0.0.0.0" }] });
    const facts = { ...listening, ...knownFact("firewall", { active: true, services: [all], excludedInterfaces: [] }) };
    expect(verdictOf("listening-services", { facts }).message.key).toBe("check.listening-services.exposed");
  });
});

describe("automatic updates", () => {
  it("paused are not on, whatever the date", () => {
    for (const pausedUntil of [daysBefore(-7), daysBefore(1)]) {
      expect(
        verdictOf("automatic-updates", { facts: knownFact("automatic-updates", { enabled: true, mechanism: "Windows Update", pausedUntil }) }),
      ).toMatchObject({
        status: "fail",
        subject: "paused",
        message: { key: "check.automatic-updates.paused", params: { date: pausedUntil.slice(0, 10) } },
      });
    }
  });
  it.each([
    [true, "pass", "on"],
    [false, "fail", "off"],
  ] as const)("enabled %s: %s", (enabled, status, message) => {
    expect(verdictOf("automatic-updates", { facts: knownFact("automatic-updates", { enabled, mechanism: "apt", pausedUntil: null }) })).toMatchObject(
      {
        status,
        message: { key: `check.automatic-updates.${message}`, params: { mechanism: "apt" } },
      },
    );
  });
});

describe("automatic updates from a server of the company", () => {
  const on = (companyServer: "named" | "unseen" | null) =>
    verdictOf("automatic-updates", {
      facts: knownFact("automatic-updates", { enabled: true, mechanism: "Windows Update", pausedUntil: null, companyServer }),
    });
  it("are on when the server is named, and with reserve when none could be seen", () => {
    expect(on("named").status).toBe("pass");
    expect(on(null).status).toBe("pass");
    expect(on("unseen")).toMatchObject({ status: "fail", minor: true, subject: "server", message: { key: "check.automatic-updates.serverUnseen" } });
  });
});

describe("automatic updates that the device management hides for some days", () => {
  const hiddenFor = (deferredDays: number | null, maxDeferDays = 14) =>
    verdictOf("automatic-updates", {
      settings: { maxDeferDays },
      facts: knownFact("automatic-updates", { enabled: true, mechanism: "softwareupdate", pausedUntil: null, companyServer: null, deferredDays }),
    });
  it("pass up to the limit and warn beyond it", () => {
    expect(hiddenFor(null).status).toBe("pass");
    expect(hiddenFor(14).status).toBe("pass");
    expect(hiddenFor(15)).toMatchObject({ status: "fail", minor: true, subject: "deferred", message: { key: "check.automatic-updates.deferred" } });
    expect(hiddenFor(30, 30).status).toBe("pass");
  });
});

describe("restart pending", () => {
  it("passes when nothing waits", () => {
    expect(verdictOf("restart-pending")).toEqual({ status: "pass", message: { key: "check.restart-pending.none" } });
  });
  it("fails when something waits, and says for what when it is known", () => {
    const on = (because: string[]) =>
      verdictOf("restart-pending", { facts: knownFact("restart-pending", { pending: true, since: daysBefore(1), because }) });
    expect(on(["linux-image", "libc6"])).toMatchObject({
      status: "fail",
      remedy: "restart",
      message: { key: "check.restart-pending.pendingFor", params: { because: "linux-image, libc6" } },
    });
    expect(on([])).toMatchObject({ status: "fail", message: { key: "check.restart-pending.pending" } });
  });
  it("does not apply in a container", () => {
    expect(verdictOf("restart-pending", { facts: { "restart-pending": fact("restart-pending", notApplicable("virtual")) } })).toEqual({
      status: "not-applicable",
      message: { key: "not-applicable.virtual" },
    });
  });
});

describe("screen lock", () => {
  const on = (...times: (number | null)[]) => {
    const mechanisms = times.map((lockAfterSeconds) => ({ source: "test", power: "any" as const, lockAfterSeconds }));
    const verdict = verdictOf("screen-lock", { facts: knownFact("screen-lock", { mechanisms }), settings: { maxMinutes: 15, warnMinutes: 10 } });
    return `${verdict.status}${verdict.status === "fail" && verdict.minor ? " (minor)" : ""}: ${verdict.message.key.replace("check.screen-lock.", "")}`;
  };
  it("up to 10 minutes passes, up to 15 warns, longer or never fails", () => {
    expect(on(600)).toBe("pass: locks");
    expect(on(601)).toBe("fail (minor): slow");
    expect(on(900)).toBe("fail (minor): slow");
    expect(on(901)).toBe("fail: late");
    expect(on(null)).toBe("fail: never");
  });
  it("the soonest of all mechanisms counts", () => {
    expect(on(null, 3600, 300)).toBe("pass: locks");
  });
  it("without GDM it is said what GNOME lacks, unless another program locks", () => {
    const gnome = { source: "GNOME", power: "any" as const, lockAfterSeconds: null, missing: "gdm" as const };
    const other = { source: "swayidle", power: "any" as const, lockAfterSeconds: 300 };
    const lockedBy = (...mechanisms: FactValue<"screen-lock">["mechanisms"]) =>
      verdictOf("screen-lock", { facts: knownFact("screen-lock", { mechanisms }) });
    expect(lockedBy(gnome)).toMatchObject({ status: "fail", message: { key: "check.screen-lock.withoutGdm" }, remedy: "use-gdm" });
    expect(lockedBy(gnome, other)).toMatchObject({ status: "pass" });
  });
  it("a PC that wakes up without a password is warned of; not seen and not asked are no fault", () => {
    const waking = (afterSleep?: "locked" | "open" | null, seconds = 300) => {
      const mechanisms = [{ source: "KDE", power: "any" as const, lockAfterSeconds: seconds }];
      return verdictOf("screen-lock", { facts: knownFact("screen-lock", afterSleep === undefined ? { mechanisms } : { mechanisms, afterSleep }) });
    };
    expect(waking("open")).toMatchObject({
      status: "fail",
      minor: true,
      message: { key: "check.screen-lock.openAfterSleep" },
      remedy: "lock-on-resume",
    });
    expect(waking("open", 3600)).toMatchObject({ status: "fail", message: { key: "check.screen-lock.late" } });
    for (const seen of ["locked", null, undefined] as const) expect(waking(seen)).toMatchObject({ status: "pass" });
  });
  it("what could not be seen has steps that the person can take", () => {
    const facts = { "screen-lock": fact("screen-lock", unknown("not-supported", "no program that locks was found")) };
    expect(verdictOf("screen-lock", { facts })).toMatchObject({
      status: "unknown",
      reason: "not-supported",
      message: { key: "check.screen-lock.unseen" },
      remedy: "make-visible",
    });
  });
});

describe("screen lock on mains and on battery", () => {
  type Mechanism = FactValue<"screen-lock">["mechanisms"][number];
  const on = (...mechanisms: readonly (readonly [Mechanism["power"], number | null])[]) => {
    const verdict = verdictOf("screen-lock", {
      facts: knownFact("screen-lock", { mechanisms: mechanisms.map(([power, lockAfterSeconds]) => ({ source: "test", power, lockAfterSeconds })) }),
      settings: { maxMinutes: 15, warnMinutes: 10 },
    });
    const power = verdict.message.params?.["power"];
    const where = typeof power === "object" ? ` ${power.key.replace("check.screen-lock.", "")}` : "";
    return `${verdict.status}${verdict.status === "fail" && verdict.minor ? " (minor)" : ""}: ${verdict.message.key.replace("check.screen-lock.", "")}${where}`;
  };
  it("the worse of the two decides, and is named", () => {
    expect(on(["ac", 300], ["battery", 600])).toBe("pass: locks");
    expect(on(["ac", 300], ["battery", 601])).toBe("fail (minor): slowOn powerBattery");
    expect(on(["ac", 901], ["battery", 300])).toBe("fail: lateOn powerAc");
    expect(on(["ac", null], ["battery", 300])).toBe("fail: neverOn powerAc");
    expect(on(["ac", 300], ["battery", null])).toBe("fail: neverOn powerBattery");
  });
  it("what applies always counts for both", () => {
    expect(on(["any", 600], ["battery", null])).toBe("pass: locks");
    expect(on(["any", 600], ["ac", 60], ["battery", 60])).toBe("pass: locks");
    expect(on(["any", null], ["ac", 60], ["battery", null])).toBe("fail: neverOn powerBattery");
  });
  it("both alike need no word on the power", () => {
    expect(on(["ac", 1000], ["battery", 1000])).toBe("fail: late");
    expect(on(["ac", null], ["battery", null])).toBe("fail: never");
  });
  it("a PC without a battery is judged on mains", () => {
    expect(on(["ac", 300])).toBe("pass: locks");
    expect(on(["ac", null])).toBe("fail: never");
  });
  it("settings for the battery alone say nothing of a PC that is plugged in, unless they are bad already", () => {
    expect(on(["battery", 300])).toBe("unknown: unseenOn powerAc");
    expect(on(["battery", null])).toBe("fail: neverOn powerBattery");
    expect(on(["battery", 901])).toBe("fail: lateOn powerBattery");
  });
});

describe("device identity", () => {
  const on = (parts: object, ledger: string[] = []) =>
    verdictOf("device-identity", { facts: knownFact("device-identity", { ...valuesInOrder["device-identity"], ...parts }), settings: { ledger } });
  it("without a ledger says what was read", () => {
    expect(on({ assetTag: "A-100" })).toMatchObject({ status: "pass", message: { key: "check.device-identity.read", params: { id: "A-100" } } });
    expect(on({ serial: null })).toMatchObject({ message: { params: { id: "Example Works Book 14" } } });
    expect(on({ serial: null, model: null, manufacturer: null })).toMatchObject({ message: { params: { id: "pc-0001" } } });
  });
  it("with a ledger only a PC that is in it passes, by asset tag or serial, whatever the case", () => {
    expect(on({}, ["ex-0001"])).toMatchObject({ status: "pass", message: { key: "check.device-identity.listed" } });
    expect(on({ assetTag: "junk" }, ["EX-0001"]).status).toBe("pass");
    expect(on({}, ["EX-0002"])).toMatchObject({ status: "fail", message: { key: "check.device-identity.notListed" } });
  });
  it("with a ledger and nothing to compare it is could not check", () => {
    expect(on({ serial: " ", assetTag: null }, ["EX-0001"])).toMatchObject({
      status: "unknown",
      message: { key: "check.device-identity.nothingRead" },
    });
  });
});
