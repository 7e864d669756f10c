import type { Host } from "../../electron/host/host.ts";
import { type Recording, recordBytes, recordingSchemaId } from "../../electron/host/recording.ts";
import { createReplay } from "../../electron/host/replayHost.ts";
import type { Platform } from "../../shared/platform.ts";
import { bytes, type Fixture, type RecordedFile, type RecordedFolder } from "./fixtures.ts";

const recordedAt = "2026-11-23T08:00:00.000Z";

function mapValues<A, B>(values: Readonly<Record<string, A>>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]));
}

function fileOf(recorded: RecordedFile): Recording["files"][string] {
  if (typeof recorded === "string" || Array.isArray(recorded))
    return { outcome: "read", bytes: recordBytes(bytes(recorded)), modifiedAt: recordedAt };
  if (recorded.outcome !== undefined) return { outcome: recorded.outcome };
  return { outcome: "read", bytes: recordBytes(bytes(recorded.text)), modifiedAt: recorded.modifiedAt ?? recordedAt };
}

function folderOf(recorded: RecordedFolder): Recording["folders"][string] {
  if (Array.isArray(recorded)) return { outcome: "read", names: recorded, modifiedAt: recordedAt };
  if (recorded.outcome !== undefined) return { outcome: recorded.outcome };
  return { outcome: "read", names: recorded.names ?? [], modifiedAt: recorded.modifiedAt ?? recordedAt };
}

/** A recording made of pieces; the last piece that knows an answer gives it. */
export function recordingOf(fixtures: readonly Fixture[], platform: Platform): Recording {
  const merged = <K extends "commands" | "files" | "folders" | "links" | "environment" | "egress" | "tls" | "http">(key: K) =>
    Object.assign({}, ...fixtures.map((fixture) => fixture[key])) as Fixture[K];
  const last = <T>(pick: (fixture: Fixture) => T | undefined): T | undefined => fixtures.map(pick).findLast((value) => value !== undefined);
  const interfaces = last((fixture) => fixture.interfaces);
  const homeFolder = last((fixture) => fixture.homeFolder);
  return {
    schema: recordingSchemaId,
    os: platform,
    appVersion: "0.0.0",
    now: last(({ now }) => now) ?? recordedAt,
    commands: mapValues(merged("commands"), ({ outcome, code, stdout, stderr }) => ({
      outcome,
      code,
      stdout: recordBytes(stdout),
      stderr: recordBytes(stderr),
      durationMs: 1,
    })),
    files: mapValues(merged("files"), fileOf),
    folders: mapValues(merged("folders"), folderOf),
    links: { ...merged("links") },
    missing: fixtures.flatMap(({ missing }) => missing),
    environment: { ...merged("environment") },
    egress: { ...merged("egress") },
    ...(interfaces === undefined ? {} : { interfaces }),
    tls: { ...merged("tls") },
    http: mapValues(merged("http"), (page) => ({ ...page })),
    groupIds: [...(last(({ groupIds }) => groupIds) ?? [])],
    timeZone: last(({ timeZone }) => timeZone) ?? "Asia/Tokyo",
    hostname: last(({ hostname }) => hostname) ?? "hana-laptop",
    userName: last(({ userName }) => userName) ?? "hana",
    ...(homeFolder === undefined ? {} : { homeFolder }),
  };
}

/** A machine made of pieces. Anything not recorded throws: an answer of our own invention would prove nothing. */
export function replayHost(fixtures: readonly Fixture[], platform: Platform = "linux"): Host {
  return createReplay(recordingOf(fixtures, platform), platform).host;
}
