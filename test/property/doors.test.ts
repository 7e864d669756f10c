import fc from "fast-check";
import { expect, it } from "vitest";
import { verdictLines } from "../../electron/browser/verdictLines.ts";
import { decide } from "../../electron/checks/decide.ts";
import { checks } from "../../electron/checks/registry.ts";
import { todo } from "../../electron/cli/render/checkResult.ts";
import { nextSentence } from "../../electron/cli/render/light.ts";
import { createSentences } from "../../electron/cli/sentences.ts";
import { createStyle } from "../../electron/cli/style.ts";
import { helpdeskCodeOf } from "../../electron/services/helpdesk/helpdeskCode.ts";
import { readCode } from "../../electron/services/helpdesk/readCode.ts";
import { createTranslator } from "../../electron/services/text.ts";
import { rowsOf } from "../../renderer/features/check/rows.ts";
import { questionsIn, worstFirst } from "../../shared/findingOrder.ts";
import { browserEn } from "../../shared/i18n/browser.en.ts";
import { commonEn } from "../../shared/i18n/common.en.ts";
import { decisionInputs } from "../support/arbitraries.ts";
import { exampleSnapshot } from "../support/fakeService.ts";

const translate = createTranslator("en", [commonEn, browserEn]);
const infos = checks.map(({ id, group, kind, risks }) => ({ id, group, kind, risks: [...risks], facts: [] }));

it("says the same first and counts the same in the window, the terminal, the browser host's terminal and the helpdesk code", () => {
  fc.assert(
    fc.property(decisionInputs, (given) => {
      const input = { ...given, integrity: [] };
      const judged = decide(checks, input);
      const { findings, decision } = judged;
      const snapshot = exampleSnapshot({ phase: { kind: "finished" }, checks: infos, findings: [...findings], decision });
      const { first, groups } = rowsOf(snapshot, []);
      const problems = groups.flatMap((group) => group.problems);

      const code = helpdeskCodeOf({ id: "run" }, input.now, { digest: "sha256-0", revision: 1 }, judged, questionsIn(checks));
      const read = readCode(code, input.now);
      expect(read.ok && read.worst[0]).toMatchObject(first === null ? {} : { kind: "check", checkId: first.info.id });

      const text = createSentences("en");
      const show = { text, language: "en", columns: 100, style: createStyle(false), snapshot, now: input.now } as const;
      const ordered = worstFirst(findings, questionsIn(checks));
      const [, heading = "", line = ""] = todo(show, ordered, false);
      if (first === null) expect(heading).toBe("");
      else {
        const title = text.find(`check.${first.info.id}.title`) ?? "";
        expect(line).toContain(title);
        expect(nextSentence(show, findings, decision)).toContain(title);
        const said = verdictLines(snapshot, translate)[1] ?? "";
        expect(heading).toContain(said);
        const sum = [...said.matchAll(/\d+/g)].reduce((all, [count]) => all + Number(count), 0);
        expect(sum).toBe(problems.length);
      }
    }),
    { numRuns: 100 },
  );
});
