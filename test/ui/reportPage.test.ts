import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checks } from "../../electron/checks/registry.ts";
import { paper } from "../../electron/services/report/paper.ts";
import { reportHtml } from "../../electron/services/report/reportHtml.ts";
import type { FactId, Facts } from "../../shared/facts/catalogue.ts";
import { known, unknown } from "../../shared/observation.ts";
import { fact, factsInOrder, valuesInOrder } from "../support/builders.ts";
import { sampleReport } from "../unit/services/sampleReport.ts";
import { cutOff } from "./support/accessibility.ts";
import { collisions, visibleText } from "./support/drawnText.ts";
import { launchChromium } from "./support/screen.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const long = "x".repeat(180);
const updates = Array.from({ length: 90 }, (_, index) => `libexample${index}/security 1.2 amd64`).join("\n");
const disputes = [{ checkId: "firewall", at: "2026-11-21T23:00:00.000Z", words: `昨日オンにしました。${long}` }];

/** Everything could not be seen: the longest words that a mark can have, and details without a place to break. */
function unseen(): Facts {
  const ids = Object.keys(valuesInOrder) as FactId[];
  return Object.fromEntries(ids.map((id) => [id, fact(id, unknown("timeout", `${id} ${long}`))])) as Facts;
}

/** 90 lines of updates as evidence of a fact that a check rests on. */
function manyUpdates(): Facts {
  const waiting = known({ ...valuesInOrder["pending-updates"], total: 90, security: 90 });
  const evidence = [{ source: "/usr/bin/apt list --upgradable", seen: updates }];
  return factsInOrder({ "pending-updates": { ...fact("pending-updates", waiting), evidence } });
}

const reports = {
  "nothing could be seen": sampleReport({ facts: unseen(), disputes }),
  "90 updates": sampleReport({ facts: manyUpdates(), disputes }),
  usual: sampleReport({ disputes }),
};

describe("the report page", () => {
  for (const language of ["ja", "en"] as const)
    for (const [name, report] of Object.entries(reports)) {
      const markup = reportHtml(report, language, checks);

      it.each([450, 800, 1280, 1920])(`has no words over each other and nothing sticks out: ${name}, ${language}, %i px`, async (width) => {
        const page = await browser.newPage({ viewport: { width, height: 900 } });
        try {
          await page.setContent(markup);
          for (const open of [false, true]) {
            if (open)
              await page.evaluate(() => {
                for (const details of document.querySelectorAll("main details:not(.data)")) details.setAttribute("open", "");
              });
            expect(await collisions(page)).toEqual([]);
            expect(await cutOff(page)).toEqual([]);
          }
        } finally {
          await page.close();
        }
      });

      it(`has no words over each other on A4: ${name}, ${language}`, async () => {
        const { left, right } = paper.margins;
        // 210 mm less both margins, at 96 CSS pixels an inch.
        const page = await browser.newPage({ viewport: { width: Math.floor((210 / 25.4 - left - right) * 96), height: 1000 } });
        try {
          await page.emulateMedia({ media: "print" });
          await page.setContent(markup);
          expect(await collisions(page)).toEqual([]);
          expect(await cutOff(page)).toEqual([]);
        } finally {
          await page.close();
        }
      });
    }

  it.each(["ja", "en"] as const)("puts a PC with 90 updates on four sheets at most and counts what is left out: %s", async (language) => {
    const page = await browser.newPage();
    try {
      await page.setContent(reportHtml(reports["90 updates"], language, checks));
      const { top, bottom, left, right } = paper.margins;
      const inches = { top: `${top}in`, bottom: `${bottom}in`, left: `${left}in`, right: `${right}in` };
      const pdf = (await page.pdf({ format: paper.pageSize, margin: inches, printBackground: true })).toString("latin1");
      const sheets = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
      expect(sheets).toBeGreaterThan(0);
      expect(sheets).toBeLessThanOrEqual(4);
      await page.emulateMedia({ media: "print" });
      const text = await visibleText(page);
      expect(text).not.toContain("libexample5/");
      const counts = [...text.matchAll(language === "ja" ? /ほか (\d+) 行/g : /left out on paper: (\d+)/g)].map(([, count]) => Number(count));
      expect(Math.max(...counts)).toBeGreaterThanOrEqual(88);
    } finally {
      await page.close();
    }
  });

  it.each(["ja", "en"] as const)(
    "says on the first sheet which PC, which light, what blocks since when, the policy and the exceptions: %s",
    async (language) => {
      const page = await browser.newPage();
      try {
        await page.setContent(reportHtml(reports.usual, language, checks));
        const [light, first] = await Promise.all(["section.light", "section.first"].map((part) => page.locator(part).textContent()));
        expect(light).toContain(language === "ja" ? "停止" : "Stop");
        expect(first).toMatch(/host-[0-9a-z]{8}/);
        // The exception and the times of test/support/builders.ts: in Tokyo nine hours later than in UTC.
        for (const part of ["EX-", "2026-11-22 09:00", "preflight-default", "0.1.0"]) expect(first).toContain(part);
        for (const title of language === "ja" ? ["画面ロック", "ディスクの暗号化"] : ["Screen lock", "Disk encryption"])
          expect(first).toContain(title);
      } finally {
        await page.close();
      }
    },
  );
});
