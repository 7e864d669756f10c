import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CommandId } from "../../electron/host/commands.ts";
import type { Reading, RecordedOutput } from "../../electron/probes/reader.ts";
import { readers } from "../../electron/probes/readers.ts";
import { type FactId, factIds, factValueSchemas } from "../../shared/facts/catalogue.ts";
import { notApplicableReasons, unknownReasons } from "../../shared/observation.ts";
import { encode } from "../support/encode.ts";
import { processorMs } from "../support/inTime.ts";
import { type Sample, samples } from "../support/samples.ts";
import { dangers } from "./support/dangers.ts";

/** 1,000 outputs for each command; `npm run test:long` asks for 100,000. */
const runs = Number(process.env["PREFLIGHT_FUZZ_RUNS"] ?? 1000);
/** All keys of the registry are read by one parser, so they share the runs. */
const runsOf = (id: CommandId) => (id.startsWith("reg-") ? Math.max(20, Math.ceil(runs / 50)) : runs);
const long = runs > 1000 ? { timeout: 6 * 3_600_000 } : { timeout: 120_000 };

const all = samples();
const commandIds = (Object.keys(readers) as CommandId[]).filter((id) => readers[id] !== undefined);
const none = new Uint8Array();
const utf8 = (text: string) => new TextEncoder().encode(text);

/** The sample's bytes in an encoding that a PC may print; null where it has no such letters. */
function encoded(text: string, how: "utf-8" | "cp932" | "utf-16le" | "crlf" | "bom"): Uint8Array {
  switch (how) {
    case "utf-8":
      return utf8(text);
    case "crlf":
      return utf8(text.replaceAll("\n", "\r\n"));
    case "bom":
      return utf8(`\ufeff${text}`);
    case "utf-16le":
      return Uint8Array.from(Buffer.from(`\ufeff${text}`, "utf16le"));
    case "cp932":
      try {
        return encode(text, "cp932");
      } catch {
        return utf8(text);
      }
  }
}

/** Noise of one MiB, made once: not random in every run, but in every byte. */
const noise = Uint8Array.from({ length: 1024 * 1024 }, (_, index) => (Math.imul(index + 1, 2654435761) >>> 13) & 0xff);
const noisyText = utf8(Array.from({ length: 20_000 }, (_, index) => `key ${index % 97} : value ${Math.imul(index, 40503) & 0xffff}`).join("\n"));

/** Text of this command's samples or, where there is none, of any. */
const textOf = (id: CommandId) => {
  const own = all.filter(({ command }) => command === id).map(({ text }) => text);
  return fc.constantFrom(...(own.length === 0 ? all.map(({ text }) => text) : own));
};

const anyText = fc.constantFrom(...all.map(({ text }) => text));
const encoding = fc.constantFrom("utf-8" as const, "cp932" as const, "utf-16le" as const, "crlf" as const, "bom" as const);

/** The ways in which an output is spoiled before it reaches us. */
function spoiled(id: CommandId): fc.Arbitrary<Uint8Array> {
  const lines = textOf(id).map((text) => text.split("\n"));
  const place = fc.nat(2000);
  return fc.oneof(
    { weight: 3, arbitrary: fc.uint8Array({ maxLength: 2000 }) },
    { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 1000 }).map(utf8) },
    // Cut at a line, and in the middle of a byte.
    { weight: 4, arbitrary: fc.tuple(lines, place).map(([own, at]) => utf8(own.slice(0, at % (own.length + 1)).join("\n"))) },
    { weight: 3, arbitrary: fc.tuple(textOf(id), place).map(([text, at]) => utf8(text).subarray(0, at % (text.length + 1))) },
    // A line is missing, doubled, or replaced by a line of another output.
    { weight: 3, arbitrary: fc.tuple(lines, place).map(([own, at]) => utf8(own.filter((_, index) => index !== at % own.length).join("\n"))) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(lines, place)
        .map(([own, at]) => utf8(own.flatMap((line, index) => (index === at % own.length ? [line, line] : [line])).join("\n"))),
    },
    {
      weight: 3,
      arbitrary: fc.tuple(lines, anyText, place, place).map(([own, other, at, from]) => {
        const stranger = other.split("\n");
        return utf8(own.map((line, index) => (index === at % own.length ? (stranger[from % stranger.length] ?? "") : line)).join("\n"));
      }),
    },
    // Bytes in the middle become others.
    {
      weight: 3,
      arbitrary: fc.tuple(textOf(id), place, fc.uint8Array({ maxLength: 40 }), fc.nat(40)).map(([text, at, part, length]) => {
        const bytes = utf8(text);
        const from = at % (bytes.length + 1);
        return Uint8Array.from([...bytes.subarray(0, from), ...part, ...bytes.subarray(from + length)]);
      }),
    },
    { weight: 3, arbitrary: fc.tuple(textOf(id), encoding).map(([text, how]) => encoded(text, how)) },
    { weight: 3, arbitrary: fc.tuple(anyText, encoding).map(([text, how]) => encoded(text, how)) },
  );
}

const wholeValue = (fact: FactId, value: unknown) => factValueSchemas[fact].safeParse(value).success;
/** Where the samples of a command give the whole value of a fact, it must always be whole; a command that gives a part has a shape of its own. */
const wholes = new Set(
  all.flatMap(({ command, text, code, stream }) =>
    (readers[command]?.({ code, stdout: stream === "stdout" ? utf8(text) : none, stderr: stream === "stderr" ? utf8(text) : none }) ?? []).flatMap(
      ({ fact, observation }) => (observation.kind === "known" && wholeValue(fact, observation.value) ? [`${command} ${fact}`] : []),
    ),
  ),
);

/** Plain data that JSON can hold: no holes, no numbers that are none, no endless texts. */
function isPlain(value: unknown, depth = 0): boolean {
  if (value === null || typeof value === "boolean") return true;
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value === "string") return value.length <= 4096;
  if (depth > 8 || typeof value !== "object") return false;
  return Object.values(value).every((inner) => isPlain(inner, depth + 1));
}

/** "" when the reading is one that `preflight parse` may show, else what is wrong with it. */
function fits(id: CommandId, { fact, observation }: Reading): string {
  if (!factIds.includes(fact)) return `no such fact: ${fact}`;
  switch (observation.kind) {
    case "unknown":
      return unknownReasons.includes(observation.reason) && observation.detail.length <= 2000 ? "" : `unknown: ${observation.reason}`;
    case "not-applicable":
      return notApplicableReasons.includes(observation.why) ? "" : `not applicable: ${observation.why}`;
    case "known":
      if (wholes.has(`${id} ${fact}`) && !wholeValue(fact, observation.value))
        return `${fact} does not fit: ${JSON.stringify(observation.value).slice(0, 300)}`;
      return isPlain(observation.value) ? "" : `${fact} is no plain data`;
  }
}

const output = (bytes: Uint8Array, code: number, stream: "stdout" | "stderr"): RecordedOutput => ({
  code,
  stdout: stream === "stdout" ? bytes : none,
  stderr: stream === "stderr" ? bytes : none,
});

describe.each(commandIds)("%s", (id) => {
  const read = readers[id];

  it("never throws, and what it reads fits the facts", long, () => {
    fc.assert(
      fc.property(
        spoiled(id),
        fc.constantFrom(0, 0, 0, 0, 1, 2, 3, 100, -1),
        fc.constantFrom("stdout" as const, "stdout" as const, "stderr" as const),
        (bytes, code, stream) => {
          for (const reading of read?.(output(bytes, code, stream)) ?? []) expect(fits(id, reading)).toBe("");
        },
      ),
      { numRuns: runsOf(id) },
    );
  });

  it("reads nothing out of a MiB of noise", () => {
    for (const bytes of [
      noise,
      noisyText,
      new Uint8Array(1024 * 1024),
      utf8("a".repeat(1024 * 1024)),
      utf8("\n".repeat(1024 * 1024)),
      utf8(" :".repeat(512 * 1024)),
    ]) {
      const ms = processorMs(() => {
        for (const reading of read?.(output(bytes, 0, "stdout")) ?? []) expect([reading.fact, fits(id, reading)]).toEqual([reading.fact, ""]);
      });
      // Twice as much must not take four times as long: a MiB is read within the time that a command has.
      expect(ms).toBeLessThan(5000);
    }
  });
});

/**
 * "Never a safe value from an unsafe input." A sample is dangerous in a fact when its expectation says so (open Wi-Fi, off, not encrypted, …). Whatever
 * else is lost: as long as every line that the danger rests on is still there, in order, the fact must not become safe. Which lines those are is found by
 * the reader itself on the whole sample: a line decides when the danger is gone without it. Lines that are cut out are others than these.
 */
describe("a dangerous output", () => {
  const dangerous = all.flatMap((sample) =>
    sample.readings.flatMap(({ fact, observation }) => {
      const danger = dangers[fact];
      return observation.kind === "known" && danger?.((observation as { value?: unknown }).value) === true
        ? [[`${sample.name}: ${fact}`, sample, fact, danger] as const]
        : [];
    }),
  );

  it("is there for the facts that can be dangerous", () => {
    expect(dangerous.length).toBeGreaterThan(20);
  });

  it.each(dangerous)("%s", long, (_name, sample: Sample, fact, danger) => {
    const read = readers[sample.command];
    if (read === undefined) throw new Error(`nothing reads ${sample.command}`);
    const lines = sample.text.split("\n");
    /** dangerous: as it is; safe: a known value without the danger; silent: nothing that anybody could take for good. */
    const judge = (kept: readonly string[]): "dangerous" | "safe" | "silent" => {
      const reading = read(output(utf8(kept.join("\n")), sample.code, sample.stream)).find((one) => one.fact === fact);
      if (reading?.observation.kind !== "known") return "silent";
      return danger(reading.observation.value) ? "dangerous" : "safe";
    };
    expect(judge(lines)).toBe("dangerous");
    // Without one of these the danger is not to be seen any more.
    const deciding = new Set(
      lines.length > 400 ? [] : lines.flatMap((_, index) => (judge(lines.filter((__, other) => other !== index)) !== "dangerous" ? [index] : [])),
    );
    if (lines.length > 400) return;
    // Cut at every line behind the last deciding one.
    const last = Math.max(-1, ...deciding);
    for (let end = last + 1; end <= lines.length; end++) expect([end, judge(lines.slice(0, end))]).not.toEqual([end, "safe"]);
    // Single lines and pairs of others taken out.
    const others = lines.flatMap((_, index) => (deciding.has(index) ? [] : [index]));
    for (const gone of others) expect([gone, judge(lines.filter((_, index) => index !== gone))]).not.toEqual([gone, "safe"]);
  });
});
