import { noCheck } from "../../../shared/checks/numbers.ts";
import { type Light, lights } from "../../../shared/decision.ts";
import { crockfordDigits } from "../crockford.ts";
import { checkValue } from "./checkCharacter.ts";

export const codedChecks = 3;
export const revisionModulus = 4096;
export const dayModulus = 2048;
/** Characters of a code without its hyphens. */
export const codeLength = 12;

export interface CodedCheck {
  /** Of the table `shared/checks/numbers.ts`. */
  readonly number: number;
  /** It could not be checked. */
  readonly unseen: boolean;
}

/** What 55 bits say of a run. */
export interface CodeContent {
  readonly light: Light;
  /** The worst, at most three. */
  readonly worst: readonly CodedCheck[];
  /** Modulo 4096. */
  readonly policyRevision: number;
  /** UTC days since 1 January 2026, modulo 2048. */
  readonly day: number;
  /** 0 to 255: tells two runs of a day apart. */
  readonly mark: number;
}

/** Bits of each field, first to last: layout (0), light (1 go, 2 caution, 3 stop), three times check and "could not check", revision, day, mark. */
const widths = [1, 2, 6, 1, 6, 1, 6, 1, 12, 11, 8] as const;

function fieldsOf({ light, worst, policyRevision, day, mark }: CodeContent): readonly number[] {
  const checks = Array.from({ length: codedChecks }, (_, index) => worst[index] ?? { number: noCheck, unseen: false });
  return [0, lights.indexOf(light) + 1, ...checks.flatMap(({ number, unseen }) => [number, unseen ? 1 : 0]), policyRevision, day, mark];
}

/** "C622-2062-HJTT": the content and a check character. */
export function writeCode(content: CodeContent): string {
  const fields = fieldsOf(content);
  const bits = widths.reduce((all, width, index) => (all << BigInt(width)) | BigInt((fields[index] ?? 0) & (2 ** width - 1)), 0n);
  const values = Array.from({ length: codeLength - 1 }, (_, index) => Number((bits >> BigInt(5 * (codeLength - 2 - index))) & 31n));
  const text = [...values, checkValue(values)].map((value) => crockfordDigits[value]).join("");
  return `${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8)}`;
}

/** The content of twelve values 0 to 31 whose check character is right; null: no version that is known writes such a code. */
export function contentOf(values: readonly number[]): CodeContent | null {
  let rest = values.slice(0, codeLength - 1).reduce((all, value) => (all << 5n) | BigInt(value), 0n);
  const fields = [...widths].reverse().map((width) => {
    const field = Number(rest & ((1n << BigInt(width)) - 1n));
    rest >>= BigInt(width);
    return field;
  });
  const [layout = 0, lightNumber = 0, ...others] = fields.reverse();
  const light = lights[lightNumber - 1];
  if (layout !== 0 || light === undefined) return null;
  const worst = Array.from({ length: codedChecks }, (_, index) => ({ number: others[2 * index] ?? noCheck, unseen: others[2 * index + 1] === 1 }));
  const [policyRevision = 0, day = 0, mark = 0] = others.slice(2 * codedChecks);
  return { light, worst: worst.filter(({ number }) => number !== noCheck), policyRevision, day, mark };
}
