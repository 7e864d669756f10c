/** "lock": it locks the screen. "session": it asks the session to lock, which another program must hear. "suspend": the PC sleeps. "unclear": it may lock. */
export type CommandEffect = "lock" | "session" | "unclear" | "suspend" | "none";

/** Programs that lock the screen as long as they run. */
const lockers: ReadonlySet<string> = new Set([
  ...["swaylock", "hyprlock", "gtklock", "waylock", "i3lock", "i3lock-fancy", "i3lock-color", "slock", "xsecurelock", "xlock", "physlock"],
  "betterlockscreen",
]);
/** The lock programs that a command names, as it names them. */
export function lockProgramsIn(command: string): readonly string[] {
  return command.split(/[\s;&|"'()]+/).filter((word) => lockers.has(word.split("/").at(-1) ?? ""));
}

/** Words that may stand before the command that they run. */
const carriers = /^(exec|nohup|setsid|command|nice|env|-c|--|uwsm|uwsm-app|app|(?:\/\S*\/)?(?:ba|da|z)?sh|[A-Za-z_]\w*=\S*)$/;
/** Programs that only speak of a lock. */
const talkers: ReadonlySet<string> = new Set(["notify-send", "echo", "logger", "true", "pidof", "pgrep", "brightnessctl", "light"]);

function effectOf(text: string): CommandEffect {
  const words = text.split(/\s+/).filter((word) => word !== "");
  const from = words.findIndex((word) => !carriers.test(word));
  const [head = "", ...rest] = from < 0 ? [] : words.slice(from);
  const name = head.split("/").at(-1) ?? "";
  const args = rest.join(" ");
  if (lockers.has(name)) return "lock";
  if (talkers.has(name)) return "none";
  if ((name === "loginctl" && /\block-sessions?\b/.test(args)) || (name === "xdg-screensaver" && /\block\b/.test(args))) return "session";
  if (/^(systemctl|loginctl)$/.test(name) && /suspend|sleep|hibernate/.test(args)) return "suspend";
  // A script or a variable may do anything; what has a lock in its name or its words probably locks.
  return /[$`]|\.(sh|py|fish)\b|^~/.test(head) || /lock/i.test(text) ? "unclear" : "none";
}

/** "pidof hyprlock || hyprlock" and its like: it is begun unless it runs already. */
const unlessItRuns = /^(?:pidof|pgrep)\s+(?:-\S+\s+)*\S+$/;

function effectOfChain(chain: string): CommandEffect {
  if (/(^|\s)(if|while|until|case|test|\[)\s/.test(chain)) return /lock|\.sh\b|[$`]/i.test(chain) ? "unclear" : "none";
  const links = chain.split(/(&&|\|\||\|)/).map((link) => link.trim());
  const effects = links.flatMap((link, index) => {
    if (index % 2 === 1) return [];
    const joint = links[index - 1];
    const certain = joint === undefined || joint === "|" || (joint === "||" && unlessItRuns.test(links[index - 2] ?? ""));
    const effect = effectOf(link);
    return [certain || effect === "none" ? effect : ("unclear" as const)];
  });
  return strongest(effects);
}

function strongest(effects: readonly CommandEffect[]): CommandEffect {
  const order: readonly CommandEffect[] = ["lock", "session", "unclear", "suspend"];
  return order.find((one) => effects.includes(one)) ?? "none";
}

/** What a command line of an idle daemon does, as a shell reads it. What stands under a condition that is not understood is "unclear". */
export function commandEffect(command: string): CommandEffect {
  // Chains that a ";", a line or a lone "&" ends are begun whatever became of the one before.
  const chains = command.replaceAll(/["']/g, " ").split(/;|\n|(?<!&)&(?!&)/);
  return strongest(chains.map(effectOfChain));
}
