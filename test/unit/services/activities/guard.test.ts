import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { FileResult, Host } from "../../../../electron/host/host.ts";
import { watchGuardedApps } from "../../../../electron/services/activities/guardWatch.ts";
import { isNamed, ownPrograms, parseOwnPs, parseOwnTasks } from "../../../../electron/services/activities/ownPrograms.ts";
import { readJournal } from "../../../../electron/services/journal.ts";
import { fakeOpener } from "../../../support/fakeOpener.ts";
import { policyDocument, putManagedPolicy } from "../../../support/managedPolicy.ts";
import { hostAt, minutesAfter, neverLocks, preflightIn, probesAnswering, start, temporaryFolder } from "../world.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const file = (text: string): FileResult => ({ outcome: "read", bytes: bytes(text), modifiedAt: start.toISOString() });

interface Running {
  readonly exe: string;
  readonly uid: number;
}
/** A Linux PC of user 1000 on which these programs run. */
function hostWith(clock: { at: Date }, running: Map<number, Running>, asked: string[] = []): Host {
  return {
    ...hostAt(clock),
    async readFolder() {
      asked.push("/proc");
      return { outcome: "read", names: ["self", "meminfo", ...[...running.keys()].map(String)], modifiedAt: start.toISOString() };
    },
    readLink: async (name) => running.get(Number(name.split("/")[2]))?.exe ?? null,
    async readFile(name) {
      if (name === "/proc/self/status") return file("Name:\tpreflight\nUid:\t1000\t1000\t1000\t1000\n");
      const one = running.get(Number(name.split("/")[2]));
      return one ? file(`Name:\tx\nUid:\t${one.uid}\t${one.uid}\t${one.uid}\t${one.uid}\n`) : { outcome: "missing" };
    },
  };
}

const guarded = (close: boolean, more: readonly unknown[] = []) => [
  { id: "crm", title: { ja: "顧客管理", en: "CRM" }, activity: "desk", programs: ["crm", "Crm.exe"], close },
  ...more,
];
const text = (close: boolean) =>
  policyDocument((document) => {
    document.activities = [{ ...document.activities[0], id: "desk", class: "internal" }];
    document.rules = { "screen-lock": { level: "required" } };
    document["validity"] = { minutes: 10 };
    document["guardedApps"] = guarded(close);
  });

let place: Awaited<ReturnType<typeof temporaryFolder>>;
const clock = { at: start };
const managed = () => path.join(place.folder, "managed");
const journal = async () =>
  (await readJournal(path.join(place.folder, "state"))).entries.flatMap(({ kind, data }) =>
    kind === "deviation" && data["type"] === "guarded-app" ? [data["what"]] : [],
  );
async function open(
  running: Map<number, Running>,
  { stopped = true, asked = [] as string[], managedFolder = managed(), openedPolicy = undefined as string | undefined } = {},
) {
  const opener = fakeOpener();
  const service = await preflightIn(place.folder, clock, {
    ...{ opener, managedFolder, openedPolicy, trustedOwners: [process.getuid?.() ?? 0] },
    host: hostWith(clock, running, asked),
    ...(stopped ? { probes: probesAnswering(neverLocks) } : {}),
  });
  await service.run({});
  return { service, opener };
}
const crm = (): Map<number, Running> => new Map([[4711, { exe: "/opt/crm/crm", uid: 1000 }]]);

beforeEach(async () => {
  clock.at = start;
  place = await temporaryFolder();
  await putManagedPolicy(managed(), text(false));
});
afterEach(() => place.remove());

describe("a guarded app without a clearance", () => {
  it("is shown and written down once for each time that it appears, and not ended", async () => {
    const running = crm();
    const { service, opener } = await open(running);
    await service.lookAtGuardedApps();
    await service.lookAtGuardedApps();
    expect(service.snapshot().guarded).toEqual([
      { id: "crm", title: { ja: "顧客管理", en: "CRM" }, activityId: "desk", since: start.toISOString(), asked: false },
    ]);
    expect(await journal()).toEqual(["running"]);
    running.clear();
    await service.lookAtGuardedApps();
    expect(service.snapshot().guarded).toEqual([]);
    running.set(4712, { exe: "/opt/crm/crm (deleted)", uid: 1000 });
    await service.lookAtGuardedApps();
    expect(await journal()).toEqual(["running", "running"]);
    expect(opener.did).toEqual([]);
  });

  it("is asked to end where the policy says so: each process once, never that of somebody else", async () => {
    await putManagedPolicy(managed(), text(true));
    const running = crm();
    running.set(4800, { exe: "/opt/crm/crm", uid: 0 });
    running.set(4801, { exe: "/opt/crm/crm-helper", uid: 1000 });
    running.set(4802, { exe: "/opt/crm/CRM", uid: 1000 });
    const { service, opener } = await open(running);
    await service.lookAtGuardedApps();
    await service.lookAtGuardedApps();
    expect(opener.did).toEqual([["end", 4711]]);
    expect(service.snapshot().guarded).toMatchObject([{ id: "crm", asked: true }]);
    expect(await journal()).toEqual(["running", "asked-to-end"]);
  });

  it("may run under a clearance, and is told when that has ended", async () => {
    const { service } = await open(crm(), { stopped: false });
    await service.lookAtGuardedApps();
    expect(service.snapshot().guarded).toEqual([]);
    clock.at = minutesAfter(10);
    await service.lookAtGuardedApps();
    expect(service.snapshot().guarded).toMatchObject([{ id: "crm" }]);
  });

  it("is no matter of a policy that somebody only opened, and then nothing is looked at", async () => {
    const asked: string[] = [];
    const openedPolicy = path.join(managed(), "policy.yaml");
    const { service } = await open(crm(), { asked, managedFolder: path.join(place.folder, "none"), openedPolicy });
    expect(service.snapshot().policy.origin).toBe("opened");
    await service.lookAtGuardedApps();
    expect([service.hasGuardedApps(), service.snapshot().guarded, asked]).toEqual([false, [], []]);
  });

  it("is looked for as soon as a decision comes, by the watch", async () => {
    const { service } = await open(crm(), { stopped: false });
    const end = watchGuardedApps(service);
    clock.at = minutesAfter(11);
    await service.run({});
    await service.lookAtGuardedApps();
    end();
    expect(service.hasGuardedApps()).toBe(true);
  });
});

describe("which programs are this user's", () => {
  it("macOS: ps without -a, the name of the file alone", () => {
    const listed =
      "  PID COMM\n  501 /Applications/Crm.app/Contents/MacOS/Crm\n  777 /Applications/Crm.app/Contents/Frameworks/Crm Helper.app/Contents/MacOS/Crm Helper\n";
    expect(parseOwnPs(bytes(listed))).toEqual([
      { pid: 501, name: "Crm" },
      { pid: 777, name: "Crm Helper" },
    ]);
    expect(parseOwnPs(bytes("ps: illegal option\n"))).toBeNull();
  });

  it("Windows: those of the session in which this program runs", () => {
    const rows = [
      '"crm.exe","100","Console","1","10,000 K"',
      '"crm.exe","200","RDP-Tcp#0","2","10,000 K"',
      '"preflight.exe","300","Console","1","90,000 K"',
    ];
    expect(parseOwnTasks(bytes(rows.join("\r\n")), 300)?.map(({ pid }) => pid)).toEqual([100, 300]);
    expect(parseOwnTasks(bytes(rows.join("\r\n")), 999)).toBeNull();
    expect(parseOwnTasks(bytes("ERROR: Access denied"), 300)).toBeNull();
  });

  it("nothing that cannot be listed is a list", async () => {
    expect(await ownPrograms(hostAt(clock), 1, AbortSignal.timeout(100))).toBeNull();
  });

  it.each([
    ["linux", "crm", "crm", true],
    ["linux", "CRM", "crm", false],
    ["linux", "crm-helper", "crm", false],
    ["macos", "CRM", "crm", true],
    ["macos", "Crm Helper", "Crm", false],
    ["windows", "CRM.EXE", "crm", true],
    ["windows", "crm.exe", "Crm.exe", true],
    ["windows", "xcrm.exe", "crm", false],
    ["linux", "crm", " ", false],
  ] as const)("%s: %s is %s: %s", (platform, program, wanted, expected) => expect(isNamed(program, wanted, platform)).toBe(expected));
});
