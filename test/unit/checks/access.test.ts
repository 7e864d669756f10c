import { describe, expect, it } from "vitest";
import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { knownFact, valuesInOrder, verdictOf } from "../../support/builders.ts";

const short = (verdict: ReturnType<typeof verdictOf>, id: string) =>
  `${verdict.status}${verdict.status === "fail" && verdict.minor ? " (minor)" : ""}: ${verdict.message.key.replace(`check.${id}.`, "")}`;
const accounts = (changed: Partial<FactValue<"accounts">>) => knownFact("accounts", { ...valuesInOrder.accounts, ...changed });

describe("admin rights", () => {
  it("passes for a standard user and fails for an administrator", () => {
    expect(verdictOf("admin-rights")).toMatchObject({ status: "pass", message: { key: "check.admin-rights.standard" } });
    expect(verdictOf("admin-rights", { facts: accounts({ administrator: true }) })).toMatchObject({
      status: "fail",
      remedy: "demote",
      message: { key: "check.admin-rights.administrator" },
    });
  });
});

describe("sign-in", () => {
  it.each([
    [false, false, "pass: asked"],
    [true, false, "fail: autoLogin"],
    [true, null, "fail: autoLogin"],
    [false, true, "fail: guest"],
    [null, true, "fail: guest"],
    [true, true, "fail: both"],
    [null, false, "unknown: autoLoginUnseen"],
    [false, null, "unknown: guestUnseen"],
    [null, null, "unknown: autoLoginUnseen"],
  ] as const)("auto-login %s, guest %s: %s", (autoLogin, guest, expected) => {
    expect(short(verdictOf("sign-in", { facts: accounts({ autoLogin, guest }) }), "sign-in")).toBe(expected);
  });
  it("names what is open", () => {
    expect(verdictOf("sign-in", { facts: accounts({ autoLogin: true, guest: true }) })).toMatchObject({ subject: "auto-login, guest" });
  });
});

describe("strong authentication", () => {
  it.each([
    [true, null, "pass: biometrics"],
    [true, 0, "pass: biometrics"],
    [false, 12, "pass: long"],
    [null, 12, "pass: long"],
    [false, 11, "fail: short"],
    [false, 0, "fail: noRule"],
    [null, 11, "unknown: unseen"],
    [false, null, "unknown: unseen"],
    [null, null, "unknown: unseen"],
  ] as const)("biometrics %s, passwords of %s: %s", (biometrics, passwordMinLength, expected) => {
    const verdict = verdictOf("strong-authentication", { facts: accounts({ biometrics, passwordMinLength }), settings: { minLength: 12 } });
    expect(short(verdict, "strong-authentication")).toBe(expected);
  });
});

describe("sharing and remote control", () => {
  const on = (services: FactValue<"remote-access">["services"], allowed: string[] = []) =>
    verdictOf("remote-access", { facts: knownFact("remote-access", { services }), settings: { allowed } });
  const rdp = { kind: "remote-desktop", name: "Remote Desktop", on: true } as const;
  const ssh = { kind: "ssh", name: "sshd", on: true } as const;
  it("passes when all that was looked at is off", () => {
    expect(short(on([{ ...rdp, on: false }]), "remote-access")).toBe("pass: none");
  });
  it("passes with what the policy allows, and says so", () => {
    expect(on([rdp], ["remote-desktop"])).toMatchObject({
      status: "pass",
      message: { key: "check.remote-access.allowed", params: { services: "Remote Desktop" } },
    });
  });
  it("fails for the rest, and names the kinds in order", () => {
    expect(on([ssh, rdp, { kind: "file-sharing", name: "SMB", on: false }])).toMatchObject({
      status: "fail",
      subject: "remote-desktop, ssh",
      message: { key: "check.remote-access.on", params: { services: "sshd, Remote Desktop" } },
    });
    expect(on([ssh, rdp], ["ssh"])).toMatchObject({ status: "fail", subject: "remote-desktop", message: { params: { services: "Remote Desktop" } } });
  });
});

describe("protections of the OS", () => {
  const on = (protections: FactValue<"os-protection">["protections"], ignored: string[] = []) =>
    verdictOf("os-protection", { facts: knownFact("os-protection", { protections }), settings: { ignored } });
  it.each([
    ["on", "pass: on"],
    ["partial", "fail (minor): partial"],
    ["off", "fail: off"],
  ] as const)("SIP %s: %s", (state, expected) => {
    expect(short(on([{ id: "sip", state }]), "os-protection")).toBe(expected);
  });
  it("the worst counts, and all that are not on are named", () => {
    expect(
      on([
        { id: "sip", state: "partial" },
        { id: "gatekeeper", state: "off" },
      ]),
    ).toMatchObject({ status: "fail", subject: "gatekeeper, sip", message: { key: "check.os-protection.off", params: { names: "Gatekeeper" } } });
  });
  it("leaves out what the policy does not count", () => {
    expect(short(on([{ id: "secure-boot", state: "off" }], ["secure-boot"]), "os-protection")).toBe("not-applicable: ignored");
  });
});

describe("managed by the company", () => {
  const on = (join: FactValue<"management">["join"], mdm: boolean | null, settings: Record<string, unknown> = {}, server: string | null = null) =>
    short(verdictOf("device-managed", { facts: knownFact("management", { join, mdm, server }), settings }), "device-managed");
  it.each([
    ["entra", false, "pass: joined"],
    ["domain", null, "pass: joined"],
    ["hybrid", false, "pass: joined"],
    ["none", true, "pass: enrolledUnnamed"],
    ["none", false, "fail: none"],
    ["none", null, "unknown: unseen"],
    ["registered", false, "fail: registered"],
    ["registered", null, "unknown: unseen"],
  ] as const)("join %s, device management %s: %s", (join, mdm, expected) => {
    expect(on(join, mdm)).toBe(expected);
  });
  it("disabled or deleted in the company's directory is not managed, whatever the PC still holds", () => {
    const revoked = (value: boolean | null, join: FactValue<"management">["join"] = "none") =>
      short(
        verdictOf("device-managed", { facts: knownFact("management", { join, mdm: true, server: "mdm.example", revoked: value }) }),
        "device-managed",
      );
    expect(revoked(true)).toBe("fail: revoked");
    expect(revoked(true, "domain")).toBe("fail: revoked");
    expect(revoked(false, "entra")).toBe("pass: joined");
    expect(revoked(null, "entra")).toBe("pass: joined");
  });
  it("names the device management when it is known", () => {
    expect(on("none", true, {}, "mdm.example")).toBe("pass: enrolled");
  });
  it("a company may ask for a join, or take registered PCs", () => {
    expect(on("none", true, { mdmIsEnough: false })).toBe("fail: none");
    expect(on("none", null, { mdmIsEnough: false })).toBe("fail: none");
    expect(on("registered", false, { acceptedJoins: ["registered"] })).toBe("pass: joined");
  });
});
