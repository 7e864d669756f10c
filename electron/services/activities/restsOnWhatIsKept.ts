import type { ExceptionRecord } from "../../../shared/exceptions.ts";
import type { Facts } from "../../../shared/facts/catalogue.ts";
import { recall } from "../../probes/common/networkFingerprint.ts";
import { declarationOnHost, exceptionOnHost } from "../hostTimes.ts";
import type { Judgment } from "../judgeRun.ts";
import { networkOf } from "../networks.ts";
import type { State } from "../stateStore.ts";

type Kept = Pick<State, "exceptions" | "declarations" | "clock">;

/**
 * What a judgement was helped by is still kept as it was: no exception ended, no answer changed by another door of this PC (a terminal beside the
 * window). What came anew can wait for the next check. Pure.
 */
export function answersStand({ input }: Judgment, { exceptions, declarations, clock: { aheadMs } }: Kept): boolean {
  const onHost = [
    ...exceptions.proved.map((one) => exceptionOnHost(one, aheadMs)),
    ...declarations.declarations.map((one) => declarationOnHost(one, aheadMs)),
  ];
  const kept = new Set(onHost.map((one) => JSON.stringify(one)));
  const ofNow = ({ revokedAt }: ExceptionRecord) => revokedAt === undefined;
  return [...input.exceptions.filter(ofNow), ...input.declarations].every((one) => kept.has(JSON.stringify(one)));
}

/** The name that the network was known by when it was looked at is still its name. Pure. */
export function nameStands(facts: Facts, { networks }: Pick<State["networks"], "networks">): boolean {
  const history = facts["network-history"]?.observation;
  const named = history?.kind === "known" ? history.value.named : null;
  if (named === null) return true;
  const inUse = networkOf(facts);
  return inUse.kind === "known" && recall(inUse.value, networks)?.named === named;
}
