import type { CheckId } from "../../shared/checks/verdict.ts";
import type { Decision } from "../../shared/decision.ts";
import type { Snapshot } from "../../shared/snapshot.ts";
import type { PreflightService } from "../services/preflight.ts";
import type { CommandContext } from "./context.ts";
import { type ExitCode, exitCodes } from "./exitCodes.ts";
import { titleColumn } from "./render/checkResult.ts";
import { findingLine } from "./render/finding.ts";
import { showOf } from "./render/show.ts";

export interface RunOptions {
  readonly checks?: readonly CheckId[];
  /** "lines": each result as it arrives; "bar": only how far it is; "nothing": for JSON. On no terminal always nothing. */
  readonly progress: "lines" | "bar" | "nothing";
}

export type RunResult = { readonly ok: true; readonly snapshot: Snapshot } | { readonly ok: false; readonly exit: ExitCode };

function showProgress(context: CommandContext, service: PreflightService, { progress, checks }: RunOptions): () => void {
  const { terminal, text } = context;
  if (!terminal.interactive || progress === "nothing") return () => undefined;
  const shown = new Set<CheckId>();
  return service.subscribe((snapshot) => {
    const show = showOf(context, snapshot);
    if (progress === "lines") {
      const width = titleColumn(show);
      const fresh = snapshot.findings.filter(({ checkId }) => !shown.has(checkId) && (checks === undefined || checks.includes(checkId)));
      for (const { checkId } of fresh) shown.add(checkId);
      if (fresh.length > 0) terminal.print(fresh.map((finding) => findingLine(show, finding, width)));
    }
    const { phase } = snapshot;
    if (phase.kind === "running" && phase.total > 0)
      terminal.status(`  ${terminal.style.dim(text.own("cli.progress", { done: phase.done, total: phase.total }))}`);
    else terminal.clearStatus();
  });
}

/** Runs the checks and waits. Complains itself when there is no result, and says with which code to end. */
export async function runChecks(context: CommandContext, service: PreflightService, options: RunOptions): Promise<RunResult> {
  const { terminal, text, interrupted } = context;
  if (interrupted.aborted) return { ok: false, exit: exitCodes.interrupted };
  const end = showProgress(context, service, options);
  const started = await service.run({ checks: options.checks }).finally(() => {
    end();
    terminal.clearStatus();
  });
  const snapshot = service.snapshot();
  if (interrupted.aborted || snapshot.phase.kind === "cancelled") return { ok: false, exit: exitCodes.interrupted };
  if (!started.ok) {
    terminal.complain(started.code === "busy" ? text.own("cli.busy") : text.own("cli.no-decision", { detail: started.code }));
    return { ok: false, exit: exitCodes.couldNotRun };
  }
  if (snapshot.phase.kind === "finished") return { ok: true, snapshot };
  const detail = snapshot.phase.kind === "failed" ? snapshot.phase.detail : snapshot.phase.kind;
  terminal.complain(text.own("cli.no-decision", { detail }));
  return { ok: false, exit: exitCodes.couldNotRun };
}

export type DecidedRun =
  | { readonly ok: true; readonly snapshot: Snapshot; readonly decision: Decision }
  | { readonly ok: false; readonly exit: ExitCode };

/** A full run with its decision. A finished run without one counts as "could not run". */
export async function decideAll(context: CommandContext, service: PreflightService, options: RunOptions): Promise<DecidedRun> {
  const result = await runChecks(context, service, options);
  if (!result.ok) return result;
  const { decision } = result.snapshot;
  if (decision !== null) return { ok: true, snapshot: result.snapshot, decision };
  context.terminal.complain(context.text.own("cli.no-decision", { detail: "no decision" }));
  return { ok: false, exit: exitCodes.couldNotRun };
}
