import { commonEn } from "../../shared/i18n/common.en.ts";
import { commonJa } from "../../shared/i18n/common.ja.ts";
import type { Handlers } from "../../shared/ipc/contract.ts";
import type { Language } from "../../shared/message.ts";
import type { Check } from "../checks/check.ts";
import { checkTexts } from "../checks/texts.ts";
import type { PreflightService } from "../services/preflight.ts";
import type { DoorActions } from "./doorActions.ts";
import { createPreviewPages, type PreviewPages } from "./previewPages.ts";
import { createPreviews } from "./previews.ts";
import { programsOn } from "./programs.ts";

export interface HandlerParts {
  readonly service: PreflightService;
  readonly checks: readonly Check[];
  readonly door: DoorActions;
  /** Where the door serves reports for a look. */
  readonly pages?: PreviewPages;
}

const commonTexts: { readonly [L in Language]: Readonly<Record<string, string>> } = { ja: commonJa, en: commonEn };

/** Every call of the contract, answered by the service or by the door around the page. */
export function createHandlers({ service, checks, door, pages = createPreviewPages() }: HandlerParts): Handlers {
  const previews = createPreviews({ service, door, pages });
  return {
    "snapshot.get": async () => service.snapshot(),
    "texts.get": async ({ language }) => ({ ...commonTexts[language], ...checkTexts(checks, language) }),
    "run.start": (input) => service.run({ checks: input.checks }),
    "run.cancel": async () => {
      service.cancel();
      return { ok: true };
    },
    "exceptions.request": (request) => service.requestException(request),
    "exceptions.revoke": ({ id }) => service.revokeException(id),
    "requests.open": (request) => service.openRequest(request),
    "requests.withdraw": ({ code }) => service.withdrawRequest(code),
    "requests.answer": ({ code, answer }) => service.answerRequest(code, answer),
    "declarations.set": ({ checkId, affirmed }) => service.declare(checkId, affirmed),
    "lessons.answer": ({ lessonId, answers }) => service.answerLesson(lessonId, answers),
    "networks.name": ({ named }) => service.nameNetwork(named),
    "networks.list": async () =>
      (await service.networks()).map(({ id, link, ssid, named, security, firstSeenAt, lastSeenAt }) => {
        return { id, link, ssid, named, security, firstSeenAt, lastSeenAt };
      }),
    "networks.forget": ({ id }) => service.forgetNetwork(id),
    "report.preview": (wanted) => previews.preview(wanted),
    "report.save": ({ id }) => previews.save(id),
    "journal.days": ({ days }) => service.journalDays(days),
    "journal.entries": (wanted) => service.journalEntries(wanted),
    "journal.export": async () => {
      const content = await service.journalFile().catch(() => "unreadable" as const);
      if (content === "unreadable") return { ok: false, code: content };
      if (content === null) return { ok: false, code: "empty" };
      // The day of this PC's time zone, as the screen counts it.
      const { days } = await service.journalDays(1);
      return door.save({ fileName: `preflight-journal-${days.at(-1)?.day ?? "all"}.jsonl`, content });
    },
    "findings.dispute": ({ checkId, words }) => service.dispute(checkId, words),
    "settings.set": (part) => service.setSettings(part),
    "catalogue.get": async () => {
      const { platform } = service.snapshot().app;
      return { platform, programs: programsOn(platform) };
    },
    "door.get": async () => door.state(),
    "remedies.open": async ({ checkId }) => {
      const answer = await service.openRemedy(checkId);
      if (answer.ok) door.stepAside();
      return answer;
    },
    "activities.start": async ({ activityId }) => {
      const answer = await service.startActivity(activityId);
      if (answer.ok) door.stepAside(activityId);
      return answer;
    },
    "app.quit": () => door.quit(),
    "app.shut-down": () => door.shutDown(),
    "block.step-aside": async ({ activityId }) => {
      door.stepAside(activityId ?? undefined);
      return { ok: true };
    },
    "block.return": async () => {
      door.returnBlock();
      return { ok: true };
    },
  };
}
