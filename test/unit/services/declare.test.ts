import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checks } from "../../../electron/checks/registry.ts";
import { writeDeclarations } from "../../../electron/services/declarations.ts";
import { bundledPolicy } from "../../../electron/services/policy/bundledPolicy.ts";
import type { PreflightService } from "../../../electron/services/preflight.ts";
import { escapeHtml } from "../../../electron/services/report/html.ts";
import { openStateStore } from "../../../electron/services/stateStore.ts";
import { verifyReport } from "../../../electron/services/verifyReport.ts";
import { rulesToRead } from "../../../shared/conduct.ts";
import type { LogIn } from "../../../shared/declarations.ts";
import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { lessons } from "../../../shared/lessons/lessons.ts";
import { known } from "../../../shared/observation.ts";
import { reportSchema } from "../../../shared/report/schema.ts";
import { riskIds } from "../../../shared/risks.ts";
import { valuesInOrder } from "../../support/builders.ts";
import { type Answers, hostAt, minutesAfter, preflightIn, probesAnswering, start, temporaryFolder } from "./world.ts";

let place: Awaited<ReturnType<typeof temporaryFolder>>;
let clock: { at: Date };
let opened: PreflightService[];
beforeEach(async () => {
  place = await temporaryFolder();
  clock = { at: start };
  opened = [];
});
afterEach(async () => {
  for (const service of opened) await service.close();
  await place.remove();
});

const today: LogIn = { id: "this log-in", bootedAt: null };
const cafe = {
  "wifi-link": known<FactValue<"wifi-link">>({ ...valuesInOrder["wifi-link"], ssid: "cafe" } as FactValue<"wifi-link">),
} satisfies Answers;

/** What a Mac shows of a Wi-Fi: everything but its name. */
const withoutName = (mac: string, domain: string) =>
  ({
    "wifi-link": known<FactValue<"wifi-link">>({ ...valuesInOrder["wifi-link"], ssid: null, bssid: null } as FactValue<"wifi-link">),
    gateway: known<FactValue<"gateway">>({ ...valuesInOrder.gateway, domain, gateways: [{ interface: "wlan0", address: "192.168.1.1", mac }] }),
  }) satisfies Answers;
const mobile = {
  route: known<FactValue<"route">>({ ...valuesInOrder.route, underlay: { interface: "wwan0", kind: "cellular" } }),
} satisfies Answers;

/** Another process on the same PC: the window after the terminal, the app after a start of the PC. */
async function open(logIn: LogIn = today, answers: Answers = {}): Promise<PreflightService> {
  const service = await preflightIn(place.folder, clock, { host: { ...hostAt(clock), logIn: async () => logIn }, probes: probesAnswering(answers) });
  opened.push(service);
  return service;
}

async function wordOf(service: PreflightService, checkId = "surroundings"): Promise<string> {
  await service.run({});
  const finding = service.snapshot().findings.find((one) => one.checkId === checkId);
  return finding?.verdict.message.key.replace(`check.${checkId}.`, "") ?? "not judged";
}

const file = () => path.join(place.folder, "state", "declarations.json");
const editFile = async (change: (text: string) => string) => writeFile(file(), change(await readFile(file(), "utf8")));

describe("an answer about the surroundings", () => {
  it("given in a terminal holds in the window, on the same network and under the same log-in", async () => {
    // Nothing was looked at before: the terminal asks for the answer alone.
    expect(await (await open()).declare("surroundings", true)).toEqual({ ok: true });
    clock.at = minutesAfter(30);
    expect(await wordOf(await open())).toBe("yes");
  });

  it("still holds after the PC has slept on the same network, as long as its hours are not over", async () => {
    const window = await open();
    await window.run({});
    await window.declare("surroundings", true);
    clock.at = minutesAfter(7 * 60);
    expect(await wordOf(window)).toBe("yes");
    clock.at = minutesAfter(8 * 60);
    expect(await wordOf(window)).toBe("expired");
  });

  it("does not hold on another network, and holds again back on the first", async () => {
    await (await open()).declare("surroundings", true);
    expect(await wordOf(await open(today, cafe))).toBe("elsewhere");
    expect(await wordOf(await open())).toBe("yes");
  });

  it("given at home does not hold in a café, where the system hides the names of both", async () => {
    const home = withoutName("a4:12:42:00:53:01", "home.lan");
    await (await open(today, home)).declare("surroundings", true);
    expect(await wordOf(await open(today, withoutName("d8:bb:c1:00:53:02", "cafe.example")))).toBe("elsewhere");
    expect(await wordOf(await open(today, home))).toBe("yes");
  });

  it("is amber, never green, on a mobile line that comes along into the café", async () => {
    await (await open(today, mobile)).declare("surroundings", true);
    const service = await open(today, mobile);
    expect(await wordOf(service)).toBe("unrecognised");
    expect(service.snapshot().findings.find(({ checkId }) => checkId === "surroundings")?.outcome).toBe("warn");
    expect(await wordOf(await open())).toBe("elsewhere");
  });

  it("does not hold after the PC was started, or the person signed in, again", async () => {
    await (await open()).declare("surroundings", true);
    expect(await wordOf(await open({ id: "a later log-in", bootedAt: null }))).toBe("elsewhere");
    expect(await wordOf(await open({ id: null, bootedAt: start.toISOString() }))).toBe("elsewhere");
  });

  it("does not come back by setting the clock back behind a start of the PC", async () => {
    await (await open({ id: null, bootedAt: minutesAfter(-60).toISOString() })).declare("surroundings", true);
    clock.at = minutesAfter(120);
    await (await open()).run({});
    // Started anew; the clock then says the time of the first start.
    clock.at = minutesAfter(-59);
    expect(await wordOf(await open({ id: null, bootedAt: minutesAfter(-55).toISOString() }))).toBe("elsewhere");
  });

  it("moved to another network in the file is no answer, and that is said", async () => {
    await (await open()).declare("surroundings", true);
    const there = await open(today, cafe);
    await there.run({});
    const { networkId } = there.snapshot();
    await editFile((text) => text.replace(/"networkId": ?"[^"]*"/, `"networkId":${JSON.stringify(networkId)}`));
    const window = await open(today, cafe);
    expect(await wordOf(window)).toBe("missing");
    expect(window.snapshot().decision?.integrity.map(({ kind }) => kind)).toEqual(["state-unreadable"]);
  });

  it("is in the report with all that it rests on, and the decision can be computed from it again", async () => {
    const window = await open();
    await window.run({});
    await window.declare("surroundings", true);
    const made = await window.report({ format: "json", language: "ja", readable: [] });
    if (!made.ok) throw new Error("no report");
    const report = reportSchema.parse(JSON.parse(made.content));
    expect(report.declarations[0]?.place).toEqual({ networkId: report.networkId, logIn: report.logIn });
    // The system's own name of the log-in is nobody's business.
    expect(made.content).not.toContain("this log-in");
    const decision = (content: string) =>
      verifyReport(new TextEncoder().encode(content), checks).parts.find(({ part }) => part === "decision")?.result;
    expect(decision(made.content)).toBe("ok");
    expect(
      decision(
        made.content.replace(`"logIn":{"bootedAt":null,"id":"${report.logIn.id}"},"networkId"`, '"logIn":{"bootedAt":null,"id":"x"},"networkId"'),
      ),
    ).toBe("failed");
  });
});

describe("the lessons", () => {
  const right = (id: (typeof riskIds)[number]) => lessons[id].questions.map(({ options }) => options.findIndex(({ right: is }) => is));
  const words = (service: PreflightService) => service.snapshot().lessons.map(({ id, due }) => `${id}${due ? " due" : ""}`);

  it("count one by one, when all questions are answered right", async () => {
    const service = await open();
    await service.run({});
    expect(words(service)).toEqual(riskIds.map((id) => `${id} due`));
    const [first = 0, ...others] = right("loss");
    expect(await service.answerLesson("loss", [(first + 1) % 3, ...others])).toEqual({ ok: true, passed: false, wrong: [0] });
    expect(await service.answerLesson("loss", others)).toEqual({ ok: false, code: "wrong-count" });
    expect(await service.answerLesson("loss", [9, ...others])).toEqual({ ok: true, passed: false, wrong: [0] });
    expect(words(service)).toContain("loss due");
    expect(await service.answerLesson("loss", right("loss"))).toEqual({ ok: true, passed: true, wrong: [] });
    expect(words(service)).toContain("loss");
    for (const id of riskIds) await service.answerLesson(id, right(id));
    expect(service.snapshot().findings.find(({ checkId }) => checkId === "lessons-current")?.outcome).toBe("ok");
    expect(service.snapshot().lessons[1]).toEqual({
      id: "loss",
      passedAt: start.toISOString(),
      validUntil: new Date(start.getTime() + 365 * 86_400_000).toISOString(),
      due: false,
    });
    clock.at = new Date(start.getTime() + 365 * 86_400_000);
    expect(words(await open())).toContain("loss due");
  });

  it("are written down as lessons, without the wrong answers", async () => {
    const service = await open();
    const [first = 0, ...others] = right("malware");
    await service.answerLesson("malware", [(first + 1) % 3, ...others]);
    await service.answerLesson("malware", right("malware"));
    const journal = await readFile(path.join(place.folder, "state", "journal.jsonl"), "utf8");
    expect(journal.match(/"kind":"lesson"/g)).toHaveLength(1);
    expect(journal).toContain('"subject":"malware"');
  });

  it("are not answered by a yes", async () => {
    const service = await open();
    expect(await service.declare("lessons-current", true)).toEqual({ ok: false, code: "by-lessons" });
    expect(await wordOf(service, "lessons-current")).toBe("due6");
  });

  it("a lesson put into the file by hand, or made out of another one, does not count", async () => {
    const service = await open();
    await service.answerLesson("malware", right("malware"));
    await editFile((text) => text.replace("malware", "loss"));
    const after = await open();
    // The journal has the one that was done.
    expect(words(after)).toEqual(riskIds.map((id) => (id === "malware" ? id : `${id} due`)));
    await after.run({});
    expect(after.snapshot().decision?.integrity.map(({ kind }) => kind)).toEqual(["state-unreadable"]);
  });

  it("an older file does not take away a later lesson: the journal has it", async () => {
    const service = await open();
    await service.answerLesson("malware", right("malware"));
    const before = await readFile(file(), "utf8");
    clock.at = minutesAfter(5);
    await service.answerLesson("malware", right("malware"));
    await writeFile(file(), before);
    const again = await open();
    expect(words(again)).not.toContain("malware due");
    expect(again.snapshot().declarations.find(({ subject }) => subject === "malware")?.at).toBe(clock.at.toISOString());
  });

  it("each question has exactly one right answer, and each answer its reason", () => {
    for (const id of riskIds) {
      expect(lessons[id].id).toBe(id);
      expect([2, 3]).toContain(lessons[id].questions.length);
      expect(lessons[id].sections.length).toBeGreaterThanOrEqual(3);
      for (const { options } of lessons[id].questions) {
        expect(options.filter(({ right: is }) => is)).toHaveLength(1);
        for (const { why } of options) expect([why.ja.length > 5, why.en.length > 5]).toEqual([true, true]);
      }
      // Else one could pass by always taking the same place.
      expect(new Set(right(id)).size).toBeGreaterThan(1);
    }
  });
});

describe("the rules", () => {
  const answer = (service: PreflightService) => service.snapshot().answers.find(({ checkId }) => checkId === "rules-accepted");
  const journalFile = () => path.join(place.folder, "state", "journal.jsonl");

  it("are accepted in their words, from any network, and what counts is shown before a run", async () => {
    const service = await open();
    expect(answer(service)).toMatchObject({ counts: false, message: { key: "check.rules-accepted.missing" } });
    await service.declare("rules-accepted", true);
    const { policy } = bundledPolicy(checks);
    const kept = { checkId: "rules-accepted", policyId: policy.id, policyRevision: policy.revision, rules: rulesToRead(policy) };
    expect(service.snapshot().declarations).toMatchObject([kept]);
    // The journal holds the words.
    for (const { title } of rulesToRead(policy)) expect(await readFile(journalFile(), "utf8")).toContain(JSON.stringify(title.ja));
    const there = await open(today, cafe);
    expect(answer(there)).toEqual({ checkId: "rules-accepted", counts: true, message: { key: "check.rules-accepted.yes" } });
    expect(await wordOf(there, "rules-accepted")).toBe("yes");
  });

  it("stand in the report in the words that were accepted", async () => {
    const service = await open();
    await service.run({});
    await service.declare("rules-accepted", true);
    const made = await service.report({ format: "html", language: "en", readable: [] });
    if (!made.ok) throw new Error("no report");
    const [first] = rulesToRead(bundledPolicy(checks).policy);
    const section = made.content.slice(made.content.indexOf("Rules that were read when this was answered"));
    expect(section.startsWith("Rules that were read")).toBe(true);
    expect(section.slice(0, section.indexOf("</details>"))).toContain(escapeHtml(first?.title.en ?? "?"));
  });

  it("that an older version wrote count for the policy that the journal shows before them, and for no other", async () => {
    const older = await open();
    await older.run({});
    const { policy } = bundledPolicy(checks);
    const store = await openStateStore(path.join(place.folder, "state"), () => clock.at);
    const written = { checkId: "rules-accepted", affirmed: true, policyRevision: policy.revision };
    const keep = (id: string) =>
      store.exclusively(async () => {
        const { clock: records } = await store.read();
        const moment = records.moment();
        const change = { id, revision: policy.revision, digest: "sha256-0", origin: "opened", refused: null };
        await store.journal.append(
          [
            { kind: "policy-change", data: change },
            { kind: "declaration", data: written },
          ],
          moment,
        );
        await writeDeclarations(store.folder, [{ ...written, at: moment.at.toISOString() }]);
      });
    await keep(policy.id);
    expect(answer(await open())).toMatchObject({ counts: true });
    await keep("company");
    expect(answer(await open())).toMatchObject({ counts: false, message: { key: "check.rules-accepted.other" } });
    // Written into the file by hand it is not the journal's word.
    await editFile((text) => text.replace('"checkId"', `"policyId":${JSON.stringify(policy.id)},"checkId"`));
    expect(answer(await open())).toMatchObject({ counts: false });
  });
});
