import { homedir } from "node:os";
import { platformOf } from "../../shared/platform.ts";
import { checks } from "../checks/registry.ts";
import { createHostOpener } from "../host/hostOpener.ts";
import { createNodeHost } from "../host/nodeHost.ts";
import { probesFor } from "../probes/select.ts";
import { createPreflight } from "../services/createPreflight.ts";
import { defaultFolders, type Folders } from "../services/folders.ts";
import { managedFolderOf } from "../services/managed/managedFolder.ts";
import { PolicyFileError } from "../services/policySource.ts";
import type { PreflightService } from "../services/preflight.ts";
import type { CommandContext } from "./context.ts";
import { type ExitCode, exitCodes } from "./exitCodes.ts";
import { terminalText } from "./terminalText.ts";

export function foldersOfThisPc(): Folders {
  return defaultFolders(platformOf(process.platform), process.env, homedir());
}

function whyUnusable({ problems }: PolicyFileError, text: CommandContext["text"]): string {
  const [first] = problems;
  if (!first) return "?";
  const where = (first.line === undefined ? first.path : text.own("cli.policy.line", { line: first.line, path: first.path })).trim();
  return (where === "" ? first.detail : text.own("cli.policy.invalid.one", { where, detail: first.detail })).slice(0, 300);
}

/** Says in one sentence that the policy file which the person named cannot be used. */
export function complainAboutPolicy({ terminal, text }: Pick<CommandContext, "terminal" | "text">, error: PolicyFileError): void {
  terminal.complain(text.own("cli.policy.cannot-start", { file: error.file, why: whyUnusable(error, text) }));
}

/**
 * Opens the service on this machine, does the work with it and closes it again, whatever happens. Ctrl-C ends a run under way.
 * A policy file that cannot be used ends the command with one sentence: nothing is judged by another policy instead.
 */
export async function withService(context: CommandContext, work: (service: PreflightService) => Promise<ExitCode>): Promise<ExitCode> {
  const { command, version, interrupted, terminal, text } = context;
  const platform = platformOf(process.platform);
  const folders = foldersOfThisPc();
  const host = createNodeHost(platform);
  let service: PreflightService;
  try {
    service = await createPreflight({
      host,
      probes: await probesFor(platform),
      checks,
      appVersion: version,
      stateFolder: folders.state,
      managedFolder: await managedFolderOf(host, folders.managed),
      opener: createHostOpener(platform),
      // The person waits since the program was started.
      askedAt: 0,
      openedPolicy: command.values.get("policy")?.[0],
    });
  } catch (error) {
    if (!(error instanceof PolicyFileError)) throw error;
    complainAboutPolicy(context, error);
    return exitCodes.couldNotRun;
  }
  const cancel = () => service.cancel();
  interrupted.addEventListener("abort", cancel);
  try {
    if (command.values.has("policy") && service.snapshot().policy.origin === "managed") terminal.complain(text.own("cli.policy-note.opened-ignored"));
    const exit = await work(service);
    const { ownership, origin } = service.snapshot().policy;
    if (origin === "managed" && ownership !== undefined) terminal.complain(text.message({ key: `policy.ownership.${ownership}` }));
    return exit;
  } finally {
    interrupted.removeEventListener("abort", cancel);
    await service.close();
    const holder = service.lockedBy();
    if (holder !== null) terminal.complain(text.own("cli.locked", { pid: holder.pid, program: terminalText(holder.program) }));
  }
}
