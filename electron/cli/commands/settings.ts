import type { Settings } from "../../../shared/settings.ts";
import type { CommandContext } from "../context.ts";
import { settingWords } from "../definitions/settings.ts";
import { type ExitCode, exitCodes } from "../exitCodes.ts";
import { labelled } from "../layout.ts";
import { withService } from "../openService.ts";
import { terminalJson, terminalText } from "../terminalText.ts";

const keys = Object.keys(settingWords) as readonly (keyof Settings)[];

function wordOf(settings: Settings, key: keyof Settings): string {
  return Object.entries<unknown>(settingWords[key]).find(([, value]) => value === settings[key])?.[0] ?? "?";
}

/** `preflight settings show` */
export async function settingsShow(context: CommandContext): Promise<ExitCode> {
  const { command, terminal, text } = context;
  return withService(context, async (service) => {
    const { settings, settingsLost } = service.snapshot();
    if (command.switches.has("json")) terminal.write(`${terminalJson(settings)}\n`);
    else
      terminal.print(
        labelled(
          keys.map((key) => [key, wordOf(settings, key)] as const),
          2,
          terminal.columns,
        ),
      );
    if (settingsLost) terminal.complain(text.own("cli.settings.lost"));
    return exitCodes.go;
  });
}

/** `preflight settings set KEY VALUE` */
export async function settingsSet(context: CommandContext): Promise<ExitCode> {
  const { command, terminal, text } = context;
  const [name, word = ""] = command.positionals;
  const key = keys.find((one) => one === name);
  const words: Readonly<Record<string, unknown>> = key === undefined ? {} : settingWords[key];
  if (key === undefined || !Object.hasOwn(words, word)) {
    terminal.complain(
      text.own("cli.settings.value", { key: terminalText(name ?? ""), value: terminalText(word), wanted: Object.keys(words).join(", ") }),
    );
    return exitCodes.badUsage;
  }
  return withService(context, async (service) => {
    const answer = await service.setSettings({ [key]: words[word] });
    if (!answer.ok) {
      terminal.complain(text.own("cli.settings.state-unwritable"));
      return exitCodes.couldNotRun;
    }
    terminal.print([text.own("cli.settings.set", { key, value: word })]);
    return exitCodes.go;
  });
}
