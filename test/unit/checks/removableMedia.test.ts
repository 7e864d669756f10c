import { expect, it } from "vitest";
import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { unknown } from "../../../shared/observation.ts";
import { fact, knownFact, valuesInOrder, verdictOf } from "../../support/builders.ts";

type Removable = FactValue<"disk-encryption">["removable"];
const { volumes } = valuesInOrder["disk-encryption"];
const on = (removable: Removable) => verdictOf("removable-media", { facts: knownFact("disk-encryption", { volumes, removable }) });
const stick = (state: NonNullable<Removable>[number]["state"], mount = "E:") => ({ mount, state });

it("nothing connected passes", () => {
  expect(on([])).toMatchObject({ status: "pass", message: { key: "check.removable-media.none" } });
});
it("encrypted ones pass, and are named", () => {
  expect(on([stick("encrypted", "F:"), stick("encrypted")])).toMatchObject({
    status: "pass",
    message: { key: "check.removable-media.encrypted", params: { media: "E:, F:" } },
  });
});
it.each(["not-encrypted", "encrypting", "decrypting", "suspended", "pending-restart", "clear-key"] as const)("one that is %s is not met", (state) => {
  expect(on([stick("encrypted", "F:"), stick(state)])).toMatchObject({
    status: "fail",
    subject: "E:",
    remedy: "encrypt",
    message: { key: "check.removable-media.open" },
  });
});
it("one whose state is not told is not seen, unless another lies open", () => {
  expect(on([stick("unseen"), stick("encrypted", "F:")])).toMatchObject({ status: "unknown", message: { key: "check.removable-media.unseen" } });
  expect(on([stick("unseen"), stick("not-encrypted", "F:")])).toMatchObject({ status: "fail", subject: "F:" });
});
it("that nobody looked is not that there is none", () => {
  for (const removable of [undefined, null]) {
    expect(on(removable)).toMatchObject({ status: "unknown", remedy: "look", message: { key: "check.removable-media.notLooked" } });
  }
  const unseen = { "disk-encryption": fact("disk-encryption", unknown("needs-admin", "")) };
  expect(verdictOf("removable-media", { facts: unseen })).toMatchObject({ status: "unknown", reason: "needs-admin" });
});
