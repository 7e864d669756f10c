import { decodeUtf8 } from "../../host/decode.ts";
import { notParsed, outside, type Parsed, parsed } from "../common/gather.ts";

export interface ZypperUpdate {
  readonly name: string;
  readonly kind: string;
  readonly category: string | null;
}

const attribute = (tag: string, name: string): string | null => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? null;

/**
 * `zypper --xmlout list-updates` and `list-patches` (zypper(8), "--xmlout"). The end of the stream is the proof that the answer is whole; an error stands
 * in it as a message. What a person pastes may have the prompt before it.
 */
export function parseZypper(stdout: Uint8Array): Parsed<readonly ZypperUpdate[]> {
  const text = decodeUtf8(stdout);
  const error = /<message type="error">([^<]*)/.exec(text)?.[1];
  if (error !== undefined) return notParsed(`zypper: ${error.slice(0, 200)}`);
  const streams = text.match(/<stream>[\s\S]*?<\/stream>/g) ?? [];
  const [stream] = streams;
  if (stream === undefined || streams.length > 1 || !/<\/stream>\s*$/.test(text)) return notParsed("zypper: not one whole stream");
  const [, list] = /<update-status[^>]*>\s*(<update-list\s*\/>|<update-list>[\s\S]*<\/update-list>)/.exec(stream) ?? [];
  if (list === undefined) return notParsed("zypper: no list of updates");
  const updates = (list.match(/<update\s[^>]*>/g) ?? []).flatMap((tag) => {
    const name = attribute(tag, "name");
    const status = attribute(tag, "status");
    // A patch that is applied or does not concern this system is listed too when somebody asks for all.
    if (name === null || (status !== null && status !== "needed")) return [];
    return [{ name: outside(name), kind: attribute(tag, "kind") ?? "", category: attribute(tag, "category") }];
  });
  return parsed(updates);
}
