import type { Finding } from "../../../shared/decision.ts";
import { needsAttention, questionsIn, worstFirst } from "../../../shared/findingOrder.ts";
import type { Group } from "../../../shared/risks.ts";
import type { CheckInfo, Snapshot } from "../../../shared/snapshot.ts";

export interface Row {
  readonly info: CheckInfo;
  readonly finding: Finding;
  /** The run under way has not answered this one yet; what is shown is from before. */
  readonly old: boolean;
}

export interface GroupRows {
  readonly group: Group;
  readonly problems: readonly Row[];
  readonly passed: readonly Row[];
  /** Being looked at, and nothing known from before. */
  readonly waiting: readonly CheckInfo[];
}

export interface Rows {
  readonly groups: readonly GroupRows[];
  readonly skipped: readonly Row[];
  /** The worst of all, the first one among equals: it is open, and the sentence beside the light speaks of it. */
  readonly first: Row | null;
}

const groupOrder: { readonly [G in Group]: number } = { technology: 0, people: 1, rules: 2 };
const groupList = (Object.keys(groupOrder) as Group[]).sort((a, b) => groupOrder[a] - groupOrder[b]);

/** Findings as the screen lists them: by group, worst first, passed and skipped ones apart. `held`: those from before the run under way. */
export function rowsOf(snapshot: Snapshot, held: readonly Finding[]): Rows {
  const { phase, checks } = snapshot;
  const running = phase.kind === "running";
  const some = running ? phase.checks : undefined;
  const asked = (id: string) => running && (some === undefined || some.includes(id));
  const answered = new Map(snapshot.findings.map((finding) => [finding.checkId, finding]));
  const before = new Map(held.map((finding) => [finding.checkId, finding]));
  const rows = checks.flatMap((info): readonly Row[] => {
    const now = answered.get(info.id);
    const finding = now ?? (running ? before.get(info.id) : undefined);
    return finding ? [{ info, finding, old: now === undefined || (some !== undefined && asked(info.id)) }] : [];
  });
  const known = new Set(rows.map(({ info }) => info.id));
  const byId = new Map(rows.map((row) => [row.info.id, row]));
  const found = rows.map(({ finding }) => finding).filter(needsAttention);
  const problems = worstFirst(found, questionsIn(checks)).flatMap(({ checkId }) => byId.get(checkId) ?? []);
  const groups = groupList.map((group) => ({
    group,
    problems: problems.filter(({ info }) => info.group === group),
    passed: rows.filter(({ info, finding }) => info.group === group && finding.outcome === "ok"),
    waiting: checks.filter((info) => info.group === group && asked(info.id) && !known.has(info.id)),
  }));
  return { groups, skipped: rows.filter(({ finding }) => finding.outcome === "skipped"), first: problems[0] ?? null };
}
