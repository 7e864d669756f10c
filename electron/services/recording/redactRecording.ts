import type { Facts } from "../../../shared/facts/catalogue.ts";
import type { Policy } from "../../../shared/policy/schema.ts";
import { bytesOf, type RecordedBytes, type Recording, recordBytes } from "../../host/recording.ts";
import { internetTargets } from "../../probes/common/internetTargets.ts";
import { addressBook } from "./addresses.ts";
import { changeText } from "./encodings.ts";
import { createHider, type PersonalKind } from "./hide.ts";
import { knownPrograms } from "./knownPrograms.ts";
import { blockWithoutOthers, fileWithoutOthers, withoutOthers } from "./listings.ts";
import { isPersonal, kindOf, listedInPolicy, personalValues } from "./personal.ts";
import { changeBlocks, mapStrings } from "./powershellBlocks.ts";
import { keyedStream } from "./sameShape.ts";

function mapRecord<A, B>(
  record: Readonly<Record<string, A>>,
  key: (name: string) => string,
  value: (inner: A, name: string) => B,
): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([name, inner]) => [key(name), value(inner, name)]));
}

/**
 * The recording without personal values: names, serial numbers, Wi-Fi names and addresses become others of the same shape, the same everywhere,
 * in keys and answers, in each encoding. Networks of neighbours and other ends of connections are left out.
 * @param facts what the probes found in it: personal values stand there by definition.
 * @param key 64 hexadecimal digits, secret: the same PC gives the same names again.
 */
export function redactRecording(recording: Recording, facts: Facts, policy: Policy, key: string): Recording {
  const stream = keyedStream(key);
  const keptAddresses = new Set([...policy.network.companyAddresses, ...internetTargets.map(({ address }) => address)]);
  const book = addressBook(recording.interfaces ?? [], keptAddresses, stream);
  const isKnown = knownPrograms(policy);
  const alone = (name: string, text: string) =>
    changeBlocks(withoutOthers(name, text, isKnown), { text: (part) => part, json: (block, value) => blockWithoutOthers(block, value, isKnown) });
  const withoutNeighbours: Recording = {
    ...recording,
    commands: mapRecord(
      recording.commands,
      (name) => name,
      (command, name) => ({
        ...command,
        stdout: recordBytes(changeText(bytesOf(command.stdout), (text) => alone(name.split(" ", 1)[0] ?? "", text))),
      }),
    ),
  };
  const hider = createHider(personalValues(withoutNeighbours, facts), listedInPolicy(policy), book, stream);
  const text = (given: string) => hider.text(given);
  /** Short names are replaced only where they stand as a whole. */
  const whole = (kind: PersonalKind, given: string) => {
    const hidden = text(given);
    return hidden === given && isPersonal(given) ? hider.value(kind, given) : hidden;
  };
  const json = (_block: string, value: unknown) =>
    mapStrings(
      value,
      (inner, under) => {
        const kind = kindOf(under, inner);
        return kind === undefined ? text(inner) : whole(kind, inner);
      },
      text,
    );
  const output = (bytes: RecordedBytes) => recordBytes(changeText(bytesOf(bytes), (given) => changeBlocks(given, { text, json })));
  const { commands, files, folders, links, missing, environment, egress, interfaces, tls, http } = withoutNeighbours;
  return {
    ...withoutNeighbours,
    commands: mapRecord(commands, text, (command) => ({ ...command, stdout: output(command.stdout), stderr: output(command.stderr) })),
    files: mapRecord(files, text, (file, path) =>
      file.outcome === "read"
        ? { ...file, bytes: recordBytes(changeText(bytesOf(file.bytes), (given) => text(fileWithoutOthers(path, given, book, isKnown)))) }
        : file,
    ),
    folders: mapRecord(folders, text, (folder) => (folder.outcome === "read" ? { ...folder, names: folder.names.map(text) } : folder)),
    links: mapRecord(links, text, (target) => (target === null ? null : text(target))),
    missing: missing.map(text),
    environment: mapRecord(environment, (name) => name, text),
    egress: mapRecord(egress, text, (way) =>
      way.outcome === "routed"
        ? { ...way, localAddress: text(way.localAddress), interface: way.interface === null ? null : text(way.interface) }
        : way,
    ),
    ...(interfaces === undefined
      ? {}
      : { interfaces: interfaces.map((one) => ({ ...one, interface: text(one.interface), address: text(one.address), mac: text(one.mac) })) }),
    tls: mapRecord(
      tls,
      (name) => name,
      (answer) =>
        answer.outcome === "answered"
          ? { ...answer, localAddress: text(answer.localAddress), interface: answer.interface === null ? null : text(answer.interface) }
          : answer,
    ),
    // Where a sign-in page sends people to, and what it says, may hold the MAC, the room or a session.
    http: mapRecord(http, text, (answer) =>
      answer.outcome === "answered"
        ? { ...answer, location: answer.location === null ? null : text(answer.location.replace(/[?#].*$/s, "")), body: output(answer.body) }
        : answer,
    ),
    hostname: whole("host", recording.hostname),
    userName: whole("user", recording.userName),
    ...(recording.homeFolder === undefined ? {} : { homeFolder: text(recording.homeFolder) }),
  };
}
