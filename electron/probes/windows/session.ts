import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { known, type Observation, unknown } from "../../../shared/observation.ts";
import { evidence } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { readDeviceBlock } from "./deviceBlock.ts";
import type { DeviceBlock } from "./deviceBlockSchemas.ts";
import type { Block } from "./powershell.ts";
import { type RegistryAnswer, readRegistry, registryCommands } from "./registry.ts";
import { remoteOf } from "./remoteSession.ts";
import { virtualOf } from "./virtualMachine.ts";

export function judgeSession(
  block: Block<DeviceBlock<"session">>,
  identity: Block<DeviceBlock<"identity">>,
  bios: RegistryAnswer,
  sessionName: string | undefined,
): Observation<FactValue<"session">> {
  const remote = remoteOf(block.ok ? block.value : null, sessionName);
  if (remote === null) return block.ok ? unknown("unparsed", "neither the session's number nor its name tells") : block.refusal;
  const { readable, name } = virtualOf(identity, bios);
  if (!readable) return identity.ok ? unknown("unparsed", "neither maker nor model is known") : identity.refusal;
  return known({ remote, virtual: name });
}

export const session: Probe<"session"> = {
  id: "windows.session",
  fact: "session",
  uses: registryCommands("bios"),
  validForMs: 600_000,
  async collect(host, _context, signal) {
    const [block, identity, bios] = await Promise.all([
      readDeviceBlock(host, "session", signal),
      readDeviceBlock(host, "identity", signal),
      readRegistry(host, "bios", signal),
    ]);
    const name = host.environment("SESSIONNAME");
    const seen = [
      block.ok
        ? `session ${block.value.session}, at the PC's own screen: ${block.value.console ?? "(not told)"}`
        : "number of the session: not readable",
      `SESSIONNAME: ${name ?? "(not set)"}`,
      `virtual machine: ${virtualOf(identity, bios).name ?? "none recognised"}`,
    ];
    return { observation: judgeSession(block, identity, bios, name), evidence: [evidence("session, SMBIOS", seen)] };
  },
};
