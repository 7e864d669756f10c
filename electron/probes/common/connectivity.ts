import type { Evidence, FactValue } from "../../../shared/facts/catalogue.ts";
import type { Observation } from "../../../shared/observation.ts";
import { known, notApplicable, unknown } from "../../../shared/observation.ts";
import type { Platform } from "../../../shared/platform.ts";
import type { CommandId } from "../../host/commands.ts";
import { decodeUtf8 } from "../../host/decode.ts";
import type { EnvironmentName, Host, HttpResult } from "../../host/host.ts";
import { emptyContext, type Probe, type ProbeContext } from "../probe.ts";
import { couldNotSee, evidence, type Refusal } from "./gather.ts";
import { internetTargets } from "./internetTargets.ts";

type Level = FactValue<"connectivity">["level"];
type Page = ProbeContext["portalCheck"][number];

/** The OS's own word on whether a sign-in page stands in the way. none: this OS gives no such word (a service that does not run, a switch that is off). */
export type OwnSign =
  | { readonly kind: "seen"; readonly level: Level; readonly source: string; readonly evidence: readonly Evidence[] }
  | { readonly kind: "refused"; readonly refusal: Refusal }
  | { readonly kind: "none" };

/** What one page's answer means. replaced: a redirect, or another text than the page has. */
export type PageAnswer = "expected" | "replaced" | "sign-in-required" | "no-answer";

/** What a reader sees of a page: sign-in pages have words such as "success" in their programs and addresses. Parts without an end go to the end. */
const hiddenParts = /<script\b[\s\S]*?(?:<\/script|$)|<style\b[\s\S]*?(?:<\/style|$)|<!--[\s\S]*?(?:-->|$)|<[^>]*(?:>|$)/gi;

function isIn(text: string, wanted: string): boolean {
  return (wanted.includes("<") ? text : text.replace(hiddenParts, " ")).includes(wanted);
}

/** 511 "Network Authentication Required" is said by a portal itself (RFC 6585 section 6). An error of the server (4xx, 5xx) says nothing about the way to it. */
export function pageAnswer(page: Page, answer: HttpResult): PageAnswer {
  if (answer.outcome !== "answered") return "no-answer";
  const { status, body } = answer;
  if (status === 511) return "sign-in-required";
  if (status >= 400 || status < 200) return "no-answer";
  const text = decodeUtf8(body);
  const asWritten = status === page.status && (page.body === "" ? text.trim() === "" : isIn(text, page.body));
  return asWritten ? "expected" : "replaced";
}

/**
 * What the pages say together; null when they do not settle it. Two replaced pages are a portal even when a third answers as it should:
 * portals let through the pages by which telephones look for them. One replaced page may be its maker's fault.
 */
export function levelOfPages(answers: readonly PageAnswer[]): "internet" | "portal" | "no-answer" | null {
  if (answers.includes("sign-in-required")) return "portal";
  const replaced = answers.filter((answer) => answer === "replaced").length;
  if (replaced >= 2) return "portal";
  if (replaced === 1) return null;
  return answers.includes("expected") ? "internet" : "no-answer";
}

const proxyNames: readonly EnvironmentName[] = ["http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"];

/** Behind a proxy that everything has to go through, a question that goes past it proves nothing. */
async function behindProxy(host: Host, proxy: Probe<"proxy"> | undefined, context: ProbeContext, signal: AbortSignal): Promise<string | null> {
  const named = proxyNames.find((name) => (host.environment(name) ?? "") !== "");
  if (named !== undefined) return named;
  const found = (await proxy?.collect(host, context, signal))?.observation;
  return found?.kind === "known" && (found.value.mode === "manual" || found.value.mode === "auto-config") ? `proxy ${found.value.mode}` : null;
}

interface PagesResult {
  readonly observation: Observation<Level>;
  readonly evidence: readonly Evidence[];
}

function answerSeen(answer: HttpResult): string {
  return answer.outcome === "answered"
    ? `${answer.status}${answer.location === null ? "" : ` to ${answer.location.slice(0, 200)}`}, ${answer.body.length} bytes`
    : `${answer.outcome}: ${answer.detail}`;
}

async function askPages(host: Host, pages: readonly Page[], signal: AbortSignal): Promise<PagesResult> {
  const answers = await Promise.all(pages.map(async (page) => ({ page, answer: await host.httpProbe(page.url, signal) })));
  const seen = answers.map(({ page, answer }) => evidence(`GET ${page.url}`, answerSeen(answer)));
  const level = levelOfPages(answers.map(({ page, answer }) => pageAnswer(page, answer)));
  if (level === "internet" || level === "portal") return { observation: known(level), evidence: seen };
  if (level === null) return { observation: unknown("unparsed", "one page answered otherwise than the policy says"), evidence: seen };
  const ways = await Promise.all(internetTargets.map(({ address, family }) => host.egress(address, family)));
  if (ways.every(({ outcome }) => outcome === "no-route")) return { observation: known("none"), evidence: seen };
  return { observation: unknown("failed", "none of the policy's pages answered"), evidence: seen };
}

/**
 * Does the internet answer, or a sign-in page? First the OS's own word; its "portal" is enough, and nothing is sent then. Else the pages that the
 * policy allows to be fetched; without any, nothing is sent. A hotspot after signing in looks like the internet: the history remembers that.
 * `uses`: the commands that `own` and `proxy` run.
 */
export function connectivity(
  platform: Platform,
  own: (host: Host, signal: AbortSignal) => Promise<OwnSign>,
  { proxy, uses = [] }: { readonly proxy?: Probe<"proxy">; readonly uses?: readonly CommandId[] } = {},
): Probe<"connectivity"> {
  return {
    id: `${platform}.connectivity`,
    fact: "connectivity",
    uses: [...new Set([...uses, ...(proxy?.uses ?? [])])],
    validForMs: 900_000,
    async collect(host, { portalCheck }, signal) {
      const sign = await own(host, signal);
      const ownSources = sign.kind === "seen" ? [{ source: sign.source.slice(0, 256), level: sign.level }] : [];
      const ownEvidence = sign.kind === "seen" ? sign.evidence : [];
      if (sign.kind === "seen" && (sign.level === "portal" || portalCheck.length === 0)) {
        return { observation: known({ level: sign.level, sources: ownSources }), evidence: ownEvidence };
      }
      if (portalCheck.length === 0)
        return sign.kind === "refused" ? couldNotSee(sign.refusal) : { observation: notApplicable("policy"), evidence: [] };
      const through = await behindProxy(host, proxy, emptyContext, signal);
      const pages: PagesResult =
        through === null
          ? await askPages(host, portalCheck, signal)
          : { observation: unknown("failed", `not asked: ${through} is set`), evidence: [evidence("proxy", through)] };
      const seen = [...ownEvidence, ...pages.evidence];
      if (pages.observation.kind === "known") {
        const level = pages.observation.value;
        return { observation: known({ level, sources: [...ownSources, { source: "HTTP", level }] }), evidence: seen };
      }
      if (sign.kind === "seen") return { observation: known({ level: sign.level, sources: ownSources }), evidence: seen };
      return { observation: sign.kind === "refused" ? sign.refusal : pages.observation, evidence: seen };
    },
  };
}
