import { type PersonalField, personalFields } from "../../../shared/personalFields.ts";
import { canonicalJson } from "../../../shared/report/canonicalJson.ts";
import type { Check } from "../../checks/check.ts";
import { type DecisionInput, decide, type Judged } from "../../checks/decide.ts";
import type { Pseudonym } from "../secretKey.ts";
import { isPublicAddress, type PersonalValue, textHider } from "./hideText.ts";
import { type Hide, redactFacts } from "./redactFacts.ts";

/** Who and what this PC is, as the OS says it, whether or not a fact holds it too. */
export interface Person {
  readonly hostname: string;
  readonly userName: string;
}

function personalValues({ facts }: DecisionInput, person: Person): readonly PersonalValue[] {
  const values: { field: PersonalField; value: string | null }[] = [
    { field: "user", value: person.userName },
    { field: "host", value: person.hostname },
  ];
  const device = facts["device-identity"]?.observation;
  if (device?.kind === "known") {
    const { hostname, user, serial, assetTag } = device.value;
    values.push(
      { field: "host", value: hostname },
      { field: "user", value: user },
      { field: "serial", value: serial },
      { field: "serial", value: assetTag },
    );
  }
  const wifi = facts["wifi-link"]?.observation;
  if (wifi?.kind === "known" && wifi.value.connected)
    values.push({ field: "ssid", value: wifi.value.ssid }, { field: "addresses", value: wifi.value.bssid });
  const services = facts["listening-services"]?.observation;
  if (services?.kind === "known") {
    for (const { address } of services.value.exposed) if (!isPublicAddress(address)) values.push({ field: "addresses", value: address });
  }
  return values.flatMap(({ field, value }) => (value === null || value.trim() === "" ? [] : [{ field, value }]));
}

/** Targets that everybody's report has: they come from the app and the policy. */
function targetAddresses({ facts, policy }: DecisionInput): ReadonlySet<string> {
  const route = facts.route?.observation;
  return new Set([...policy.network.companyAddresses, ...(route?.kind === "known" ? route.value.legs.map(({ address }) => address) : [])]);
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

const normal = (text: string) => text.normalize("NFC").trim().toLowerCase();

/** Names that the policy itself lists (public Wi-Fi, the ledger, VPN interfaces). They stand in every report with this policy, and verdicts rest on them. */
function listedInPolicy({ policy }: DecisionInput): ReadonlySet<string> {
  const settings = Object.values(policy.rules).map((rule) => rule.settings);
  return new Set([settings, policy.network].flatMap(stringsIn).map(normal));
}

/** A personal value as it stands on this PC, and the word that stands for it in a report that hides its field. */
export interface ShownPersonal {
  readonly field: PersonalField;
  readonly value: string;
  readonly pseudonym: string;
}

export interface Redacted {
  /** The first value of each field that has one. */
  readonly personal: readonly ShownPersonal[];
  readonly input: DecisionInput;
  readonly judged: Judged;
  /** True: the decision would be another one without the hidden values, so it is kept as it was and cannot be computed again. */
  readonly decisionRestsOnHidden: boolean;
  /** Takes the same values out of any other text that goes into the report. */
  readonly hideText: (text: string) => string;
}

function redactedInput(input: DecisionInput, hide: Hide): DecisionInput {
  const text = (value: string | undefined) => (value === undefined ? undefined : hide.text(value));
  return {
    ...input,
    facts: redactFacts(input.facts, hide),
    exceptions: input.exceptions.map((record) => {
      const { subject, approver, ticket } = record;
      return {
        ...record,
        reason: hide.text(record.reason).slice(0, 2000),
        compensatingMeasure: hide.text(record.compensatingMeasure).slice(0, 2000),
        ...(subject === undefined ? {} : { subject: hide.text(subject).slice(0, 256) }),
        ...(approver === undefined ? {} : { approver: text(approver)?.slice(0, 200) }),
        ...(ticket === undefined ? {} : { ticket: text(ticket)?.slice(0, 200) }),
      };
    }),
    integrity: input.integrity.map(({ kind, detail }) => ({ kind, detail: hide.text(detail).slice(0, 1000) })),
  };
}

/** What was decided, without words that may have been hidden. */
function essence({ findings, decision }: Judged): string {
  const outcomes = findings.map(({ checkId, outcome, since, verdict }) => [checkId, outcome, since, verdict.status]);
  const { integrity: _, ...rest } = decision;
  return canonicalJson([outcomes, rest]);
}

/**
 * Replaces every personal value that is not left readable by a pseudonym: in facts where it stands by definition, in evidence and free texts
 * wherever it occurs. Findings and decision are then made anew from what is left, so that they can hold nothing that the facts do not.
 */
export function redactInput(
  input: DecisionInput,
  judged: Judged,
  checks: readonly Check[],
  person: Person,
  readable: readonly PersonalField[],
  pseudonym: Pseudonym,
): Redacted {
  const hidden = new Set(personalFields.filter((field) => !readable.includes(field)));
  const listed = listedInPolicy(input);
  const own = personalValues(input, person).filter(({ value }) => !listed.has(normal(value)));
  const personal = personalFields.flatMap((field) => {
    const first = own.find((one) => one.field === field);
    return first ? [{ ...first, pseudonym: pseudonym(field, first.value) }] : [];
  });
  if (hidden.size === 0) return { input, judged, decisionRestsOnHidden: false, hideText: (text) => text, personal };
  const values = own.filter(({ field }) => hidden.has(field));
  const hideText = textHider(values, hidden.has("addresses"), targetAddresses(input), pseudonym);
  const hide: Hide = {
    value: (field, value) => (hidden.has(field) && value !== "" && !listed.has(normal(value)) ? pseudonym(field, value) : value),
    text: (text) => (listed.has(normal(text)) ? text : hideText(text)),
  };
  const redacted = redactedInput(input, hide);
  const anew = decide(checks, redacted);
  if (essence(anew) === essence(judged)) return { input: redacted, judged: anew, decisionRestsOnHidden: false, hideText: hide.text, personal };
  const findings = judged.findings.map(({ verdict, ...finding }) => {
    const message = { key: verdict.message.key };
    if (verdict.status !== "fail") return { ...finding, verdict: { ...verdict, message } };
    const { subject: _, ...rest } = verdict;
    return { ...finding, verdict: { ...rest, message } };
  });
  const integrity = [...redacted.integrity];
  return {
    input: redacted,
    judged: { findings, decision: { ...judged.decision, integrity } },
    decisionRestsOnHidden: true,
    hideText: hide.text,
    personal,
  };
}
