import { stat } from "node:fs/promises";
import path from "node:path";
import { personalFields } from "../../../shared/personalFields.ts";
import { errorCode } from "../../services/errorDetail.ts";
import { assertReplaceable, writeWhole } from "../../services/writeWhole.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCodes } from "../exitCodes.ts";
import { fileFailure } from "../fileFailure.ts";
import { withService } from "../openService.ts";
import { decideAll } from "../runChecks.ts";

function formatOf(given: string | undefined, file: string): "html" | "json" | "pdf" {
  if (given === "html" || given === "json" || given === "pdf") return given;
  const ending = path.extname(file).toLowerCase();
  return ending === ".json" ? "json" : ending === ".pdf" ? "pdf" : "html";
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

export async function report(context: CommandContext): Promise<ExitCode> {
  const { command, terminal, text, language } = context;
  const file = command.values.get("out")?.[0];
  if (file === undefined) {
    terminal.complain(text.own("cli.report.out-needed"));
    return exitCodes.badUsage;
  }
  const format = formatOf(command.values.get("format")?.[0], file);
  if (format === "pdf") {
    terminal.complain(text.own("cli.report.no-pdf"));
    return exitCodes.couldNotRun;
  }
  const replace = command.switches.has("force");
  const toStdout = file === "-";
  const notWritten = (error: unknown) => {
    const taken = errorCode(error) === "EEXIST";
    terminal.complain(taken ? text.own("cli.report.exists", { file }) : text.own("cli.report.not-written", { file, why: fileFailure(error, text) }));
    return exitCodes.couldNotRun;
  };
  // Asked before the run, so that nobody waits for nothing; `writeWhole` asks again at the end, without a gap.
  if (!toStdout && !replace && (await exists(file))) {
    terminal.complain(text.own("cli.report.exists", { file }));
    return exitCodes.couldNotRun;
  }
  if (!toStdout && replace) {
    try {
      await assertReplaceable(file);
    } catch (error) {
      return notWritten(error);
    }
  }
  const readable = personalFields.filter((field) => command.values.get("show")?.includes(field));
  return withService(context, async (service) => {
    const run = await decideAll(context, service, { progress: toStdout ? "nothing" : "bar" });
    if (!run.ok) return run.exit;
    const made = await service.report({ format, language, readable });
    if (!made.ok) {
      terminal.complain(text.own("cli.report.no-run"));
      return exitCodes.couldNotRun;
    }
    if (toStdout) {
      terminal.write(made.content);
      await service.reportLeft(made.receipt);
      return exitCodes.go;
    }
    try {
      await writeWhole(file, made.content, { mode: 0o600, replace });
    } catch (error) {
      return notWritten(error);
    }
    await service.reportLeft(made.receipt);
    const code = service.snapshot().helpdeskCode;
    terminal.print([
      text.own("cli.report.written", { file }),
      readable.length > 0 ? text.own("cli.report.readable", { fields: readable.join(", ") }) : text.own("cli.report.private"),
      ...(code === null ? [] : [text.own("cli.report.code", { code })]),
    ]);
    return exitCodes.go;
  });
}
