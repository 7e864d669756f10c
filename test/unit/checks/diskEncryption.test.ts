import { expect, it } from "vitest";
import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { knownFact, verdictOf } from "../../support/builders.ts";

type Volume = FactValue<"disk-encryption">["volumes"][number];
const volume = (role: Volume["role"], state: Volume["state"], mount = `/${role}`): Volume => ({ role, state, mount, method: null });
function verdict(volumes: readonly Volume[], dataVolumes = "caution") {
  return verdictOf("disk-encryption", { facts: knownFact("disk-encryption", { volumes: [...volumes] }), settings: { dataVolumes } });
}
function on(volumes: readonly Volume[], dataVolumes?: string) {
  const found = verdict(volumes, dataVolumes);
  return `${found.status}${found.status === "fail" && found.minor ? " (minor)" : ""}: ${found.message.key.replace("check.disk-encryption.", "")}`;
}
const system = volume("system", "encrypted", "/");

it.each([
  ["encrypted", "pass: encrypted"],
  ["not-encrypted", "fail: notEncrypted"],
  ["encrypting", "fail (minor): encrypting"],
  ["decrypting", "fail: decrypting"],
  ["suspended", "fail: suspended"],
  ["pending-restart", "fail: pendingRestart"],
  ["clear-key", "fail: clearKey"],
] as const)("a system volume that is %s is %s", (state, expected) => {
  expect(on([volume("system", state)])).toBe(expected);
});

it("home counts like the system", () => {
  expect(on([system, volume("home", "not-encrypted")])).toBe("fail: notEncrypted");
  expect(on([system, volume("home", "encrypted")])).toBe("pass: encrypted");
});
it("swap only warns", () => {
  expect(on([system, volume("swap", "not-encrypted")])).toBe("fail (minor): swap");
});
it("data volumes are what the policy says of them", () => {
  const volumes = [system, volume("data", "not-encrypted", "D:")];
  expect(on(volumes)).toBe("fail (minor): data");
  expect(on(volumes, "ignore")).toBe("pass: encrypted");
  expect(on(volumes, "required")).toBe("fail: notEncrypted");
});
it("an encrypted data disk says nothing about a system that was not seen", () => {
  expect(on([volume("data", "encrypted")])).toBe("unknown: systemUnseen");
});
it("the subject names every volume that fails, in order, so that an exception for one does not cover two", () => {
  expect(verdict([volume("home", "suspended", "/home"), volume("system", "not-encrypted", "/")])).toMatchObject({ subject: "/, /home" });
});
it("what can encrypt by itself and does not tell is neither open nor encrypted, and a failure beside it still fails", () => {
  expect(verdict([{ ...volume("system", "unseen", "/"), method: "ZFS" }])).toMatchObject({
    status: "unknown",
    message: { key: "check.disk-encryption.ownMeans", params: { volumes: "/", means: "ZFS" } },
    remedy: "find-out",
  });
  expect(verdict([volume("system", "unseen", "/")])).toMatchObject({ message: { params: { means: "?" } } });
  expect(on([system, volume("home", "unseen")])).toBe("unknown: ownMeans");
  expect(on([volume("system", "not-encrypted"), volume("home", "unseen")])).toBe("fail: notEncrypted");
});
it("a data volume that does not tell is never better than an open one would be", () => {
  const volumes = [system, volume("data", "unseen")];
  expect(on(volumes)).toBe("fail (minor): dataUnseen");
  expect(on(volumes, "required")).toBe("unknown: ownMeans");
  expect(on(volumes, "ignore")).toBe("pass: encrypted");
  expect(on([...volumes, volume("data", "not-encrypted", "/srv")])).toBe("fail (minor): data");
});
it("a place for hibernation that is not encrypted only warns", () => {
  expect(on([system, volume("hibernation", "not-encrypted", "nvme0n1p4")])).toBe("fail (minor): hibernation");
  expect(on([system, volume("hibernation", "unseen", "nvme0n1p4")])).toBe("fail (minor): hibernation");
  expect(on([system, volume("hibernation", "encrypted", "vg-swap")])).toBe("pass: encrypted");
});
