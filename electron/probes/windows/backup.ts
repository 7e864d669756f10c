import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { known, type Observation } from "../../../shared/observation.ts";
import { evidence, type Refusal } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { fileTimeIso } from "./fileTime.ts";
import { type RegistryAnswers, readRegistryKeys, registryCommands } from "./registry.ts";
import { numberOf, refusalOf, shown, textOf } from "./settings.ts";

type Source = FactValue<"backup">["sources"][number];

const keys = ["file-history", "file-history-policy", "service-file-history", "onedrive-business", "onedrive-personal"] as const;
type Keys = RegistryAnswers<(typeof keys)[number]>;

const disabled = 4;

/** File History: ProtectedUpToTime (FILETIME) is when it last copied everything; without it, it was never set up by this user. */
function fileHistory(found: Keys): readonly Source[] | Refusal {
  const until = numberOf(found["file-history"], "ProtectedUpToTime");
  const policy = numberOf(found["file-history-policy"], "Disabled");
  const start = numberOf(found["service-file-history"], "Start");
  const refusal = refusalOf(until, policy, start);
  if (refusal) return refusal;
  if (!until.ok || until.value === null) return [];
  const isOff = (policy.ok && policy.value === 1) || (start.ok && (start.value === disabled || start.value === null));
  return [{ name: "File History", enabled: !isOff, lastAt: fileTimeIso(until.value) }];
}

/** OneDrive: it keeps a folder of the user in step. That is a copy elsewhere; when the last one was made, it does not say. */
function oneDrive(found: Keys): readonly Source[] | Refusal {
  const folders = [
    { name: "OneDrive for Business", folder: textOf(found["onedrive-business"], "UserFolder") },
    { name: "OneDrive", folder: textOf(found["onedrive-personal"], "UserFolder") },
  ];
  const refusal = refusalOf(...folders.map(({ folder }) => folder));
  if (refusal) return refusal;
  return folders.flatMap(({ name, folder }) => (folder.ok && folder.value ? [{ name, enabled: true, lastAt: null }] : []));
}

export function judgeBackup(found: Keys): Observation<FactValue<"backup">> {
  const [history, cloud] = [fileHistory(found), oneDrive(found)];
  if ("kind" in history) return history;
  if ("kind" in cloud) return cloud;
  return known({ sources: [...history, ...cloud] });
}

export const backup: Probe<"backup"> = {
  id: "windows.backup",
  fact: "backup",
  uses: registryCommands(...keys),
  validForMs: 3_600_000,
  async collect(host, _context, signal) {
    const found = await readRegistryKeys(host, keys, signal);
    const folder = (id: "onedrive-business" | "onedrive-personal") => {
      const setting = textOf(found[id], "UserFolder");
      return `${id}: ${!setting.ok ? "not readable" : setting.value ? "set up" : "not set up"}`;
    };
    const seen = [
      shown("ProtectedUpToTime", numberOf(found["file-history"], "ProtectedUpToTime")),
      shown("policy: File History Disabled", numberOf(found["file-history-policy"], "Disabled")),
      shown("fhsvc Start", numberOf(found["service-file-history"], "Start")),
      folder("onedrive-business"),
      folder("onedrive-personal"),
    ];
    return { observation: judgeBackup(found), evidence: [evidence("registry: File History, OneDrive", seen)] };
  },
};
