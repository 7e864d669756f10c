import { describe, expect, it } from "vitest";
import { readers } from "../../electron/probes/readers.ts";
import { encode } from "../support/encode.ts";
import { samples } from "../support/samples.ts";

const none = new Uint8Array();

describe.each(samples().map((sample) => [sample.name, sample] as const))("%s", (_name, sample) => {
  it.each(sample.encodings)("is read as it was written down beforehand, in %s", (encoding) => {
    const read = readers[sample.command];
    if (read === undefined) throw new Error(`nothing reads ${sample.command}`);
    const bytes = encode(sample.text, encoding);
    const readings = read({
      code: sample.code,
      stdout: sample.stream === "stdout" ? bytes : none,
      stderr: sample.stream === "stderr" ? bytes : none,
    });
    expect(readings).toMatchObject(sample.readings);
    expect(readings.map(({ fact }) => fact)).toEqual(sample.readings.map(({ fact }) => fact));
  });
});

it("there are samples", () => {
  expect(samples().length).toBeGreaterThanOrEqual(0);
});
