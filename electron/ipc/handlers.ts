import { commonEn } from "../../shared/i18n/common.en.ts";
import { commonJa } from "../../shared/i18n/common.ja.ts";
import type { CallOutput, Handlers } from "../../shared/ipc/contract.ts";
import type { Language } from "../../shared/message.ts";
import type { Check } from "../checks/check.ts";
import { checkTexts } from "../checks/texts.ts";
import type { PreflightService } from "../services/preflight.ts";

/** How a door hands the finished report to the person: the desktop writes it where they choose, the browser gives it as a download. */
export type SaveReport = (file: { readonly fileName: string; readonly content: string }) => Promise<CallOutput<"report.export">>;

export interface HandlerParts {
  readonly service: PreflightService;
  readonly checks: readonly Check[];
  readonly saveReport: SaveReport;
}

const commonTexts: { readonly [L in Language]: Readonly<Record<string, string>> } = { ja: commonJa, en: commonEn };

/** Every call of the contract, answered by the service. */
export function createHandlers({ service, checks, saveReport }: HandlerParts): Handlers {
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
    "declarations.set": ({ checkId, affirmed }) => service.declare(checkId, affirmed),
    "networks.name": ({ named }) => service.nameNetwork(named),
    "report.export": async (options) => {
      const report = await service.report(options);
      return report.ok ? saveReport({ fileName: report.fileName, content: report.content }) : report;
    },
  };
}
