import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CommandId } from "../../../electron/host/commands.ts";
import { vpnProducts } from "../../../electron/probes/common/vpnProducts.ts";
import { currentServices } from "../../../electron/probes/macos/networkSettings.ts";
import { macosReaders } from "../../../electron/probes/macos/readers.ts";
import { normalMac } from "../../../electron/probes/macos/routingTableParser.ts";
import { lockMechanisms } from "../../../electron/probes/macos/screenLock.ts";
import { isConsumer, isMesh, macosVpnProducts } from "../../../electron/probes/macos/tunnelProducts.ts";
import type { Reading } from "../../../electron/probes/reader.ts";
import { processorMs } from "../../support/inTime.ts";
import { samples } from "../../support/samples.ts";

const own = samples().filter(({ name }) => name.startsWith("macos/"));
const commands = Object.keys(macosReaders) as readonly CommandId[];
const none = new Uint8Array();

function read(command: CommandId, code: number, stdout: Uint8Array, stderr: Uint8Array = none): readonly Reading[] {
  const reader = macosReaders[command];
  if (reader === undefined) throw new Error(`nothing reads ${command}`);
  return reader({ code, stdout, stderr });
}
const values = (readings: readonly Reading[]) =>
  readings.flatMap(({ fact, observation }) => (observation.kind === "known" ? [`${fact} ${JSON.stringify(observation.value)}`] : []));

/** Lists whose first lines are a shorter list of the same form: no reader can tell that their end is missing. */
const shorterListsAreLists: readonly CommandId[] = [
  "fdesetup-status",
  "netstat-rn",
  "ps-comm",
  "scutil-nc-list",
  "profiles-status-enrollment",
  "pmset-g-custom",
  "ipconfig-getsummary",
  "mount-macos",
];

describe.each(own.map((sample) => [sample.name, sample] as const))("%s", (_name, { command, code, text, stream }) => {
  const bytes = new TextEncoder().encode(text);
  const upTo = (length: number) =>
    stream === "stdout" ? read(command, code, bytes.subarray(0, length)) : read(command, code, none, bytes.subarray(0, length));

  it("says nothing else when it is cut, wherever", () => {
    const whole = values(upTo(bytes.length));
    for (let length = 0; length < bytes.length; length += 1) {
      const isLineEnd = bytes[length - 1] === 0x0a;
      const cut = values(upTo(length));
      if (isLineEnd && shorterListsAreLists.includes(command)) continue;
      // Two domains are none, so the first of them alone is one more.
      const told = cut.filter((reading) => !reading.startsWith('gateway {"domain"'));
      expect(whole, `cut at ${length}`).toEqual(expect.arrayContaining([...told]));
    }
  });

  it("is not taken for the output of another command", () => {
    // One program prints three of these reports in one form.
    const others = commands.filter((other) => other !== command && !(other.startsWith("system_profiler") && command.startsWith("system_profiler")));
    for (const other of others) expect(values(read(other, 0, bytes, bytes)), other).toEqual([]);
  });
});

describe("noise", () => {
  it.each(commands)("says nothing to %s", (command) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.integer({ min: 0, max: 255 }), (noise, code) => {
        expect(values(read(command, code, noise, noise))).toEqual([]);
      }),
    );
  });

  it.each(commands)("of a quarter mebibyte is read in good time by %s", (command) => {
    for (const piece of [
      "\n",
      " ",
      "  Security : NONE\n",
      "a".repeat(80),
      "<",
      "{",
      "default 192.0.2.1 UGSc en0\n",
      "tcp4 0 0 *.22 *.* LISTEN\n",
      "\u0000",
    ]) {
      const noise = new TextEncoder().encode(piece.repeat(Math.floor(262_144 / piece.length)));
      expect(processorMs(() => expect(values(read(command, 0, noise, noise))).toEqual([]))).toBeLessThan(2500);
    }
  });
});

it("an error is no answer, whatever was printed before it", () => {
  for (const { command, text, code } of own) {
    // spctl ends with 1 when it says "disabled".
    if (code !== 0 || command === "spctl-status") continue;
    const bytes = new TextEncoder().encode(text);
    expect(values(read(command, 1, bytes, bytes)), command).toEqual([]);
  }
});

it("a hardware address has six parts of one or two digits", () => {
  expect(normalMac("f0:18:98:5:45:60")).toBe("f0:18:98:05:45:60");
  for (const text of ["", "incomplete", "link#10", "f0:18:98:5:45", "f0:18:98:5:45:60:1", "f0:18:98:5:45:160", "fe80::1"])
    expect(normalMac(text)).toBeNull();
});

it("a screen that is dark at once locks after the delay alone, and minus is never", () => {
  expect(lockMechanisms(5, -1, { ac: 1, battery: null })).toEqual([
    { source: "screen saver", power: "any", lockAfterSeconds: null },
    { source: "display sleep", power: "ac", lockAfterSeconds: 65 },
  ]);
});

it("products are called as on the other systems", () => {
  const others = new Set(vpnProducts.map(({ product }) => product));
  const unshared = macosVpnProducts.map(({ name }) => name).filter((name) => !others.has(name));
  expect(unshared).toEqual(["Tunnelblick", "Global Secure Access"]);
  expect(["Tailscale", "ZeroTier", "Hamachi", "NetBird", "WireGuard", null].map(isMesh)).toEqual([true, true, true, true, false, false]);
  expect(["Mullvad VPN", "WireGuard", null].map(isConsumer)).toEqual([true, false, false]);
});

it("settings without a location in use have no services", () => {
  expect(currentServices(new Map())).toEqual([]);
  expect(currentServices(new Map([["CurrentSet", "/Sets/../NetworkServices"]]))).toEqual([]);
});
