import { notParsed, type Parsed, parsed } from "../common/gather.ts";

/** Values of one channel of xfconf by their path, "/lock/enabled". */
export type Channel = ReadonlyMap<string, string>;

const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

/**
 * A file of xfconf's perchannel-xml: nested <property name type value>. Only what differs from the defaults is in it. Its end is the proof that it is
 * whole. https://docs.xfce.org/xfce/xfconf/start
 */
export function parseChannel(text: string): Parsed<Channel> {
  if (!/^\s*(<\?xml[^>]*>\s*)?<channel\s/.test(text) || !/<\/channel>\s*$/.test(text)) return notParsed("xfconf: not a whole channel");
  const values = new Map<string, string>();
  const path: string[] = [];
  for (const [tag] of text.matchAll(/<\/?property\b[^<>]*>/g)) {
    if (tag.startsWith("</")) {
      if (path.pop() === undefined) return notParsed("xfconf: more ends than beginnings");
      continue;
    }
    const name = attribute(tag, "name");
    if (name === undefined) return notParsed("xfconf: a property without a name");
    const value = attribute(tag, "value");
    if (value !== undefined) values.set(`/${[...path, name].join("/")}`, value);
    if (!tag.endsWith("/>")) path.push(name);
  }
  return path.length === 0 ? parsed(values) : notParsed("xfconf: a property without an end");
}

function flag(value: string | undefined, otherwise: boolean): boolean | null {
  if (value === undefined) return otherwise;
  return value === "true" || value === "false" ? value === "true" : null;
}

function minutes(value: string | undefined, otherwise: number): number | null {
  if (value === undefined) return otherwise;
  return /^\d{1,5}$/.test(value) ? Number(value) : null;
}

/** Does XFCE ask for a password after sleep? Both the saver and the power manager may do it, and do by default. null: a value that is none. */
export function xfceAfterSleep(saver: Channel, power: Channel): "locked" | "open" | null {
  const ways = [flag(saver.get("/lock/sleep-activation"), true), flag(power.get("/xfce4-power-manager/lock-screen-suspend-hibernate"), true)];
  const locks = flag(saver.get("/lock/enabled"), true);
  if (ways.includes(null) || locks === null) return null;
  return locks && ways.includes(true) ? "locked" : "open";
}

/**
 * Seconds until xfce4-screensaver asks for a password, null for never. Defaults of its own (xfce4-screensaver, src/gs-prefs.h): saver on after 5
 * minutes, lock on, with the saver, after 0 minutes. The power manager's presentation mode holds the saver back.
 */
export function xfceLockAfter(saver: Channel, power: Channel): Parsed<number | null> {
  const on = ["/saver/enabled", "/saver/idle-activation/enabled", "/lock/enabled", "/lock/saver-activation/enabled"].map((path) =>
    flag(saver.get(path), true),
  );
  const presentation = flag(power.get("/xfce4-power-manager/presentation-mode"), false);
  const idle = minutes(saver.get("/saver/idle-activation/delay"), 5);
  const delay = minutes(saver.get("/lock/saver-activation/delay"), 0);
  if (on.includes(null) || presentation === null || idle === null || delay === null)
    return notParsed("xfce4-screensaver: a value is not of its kind");
  return parsed(on.every((value) => value === true) && !presentation && idle > 0 ? (idle + delay) * 60 : null);
}
