import type { Facts } from "../../shared/facts/catalogue.ts";
import type { CallOutput } from "../../shared/ipc/contract.ts";
import type { JournalDay, JournalLine } from "../../shared/journal.ts";
import type { Bilingual } from "../../shared/message.ts";
import { known } from "../../shared/observation.ts";
import { riskIds } from "../../shared/risks.ts";
import type { Snapshot } from "../../shared/snapshot.ts";
import { fact, valuesInOrder } from "./builders.ts";
import type { FakeApi } from "./fakeApi.ts";
import { exceptionOfWifi, noon, stopSnapshot } from "./snapshots.ts";

// One invented employee with something on every screen: for the table of all screens in the UI tests and for the pictures in docs/screenshots.

const both = (ja: string, en: string) => ({ ja, en });
const rule = (id: string, title: Bilingual, text: Bilingual) => ({ id, title, text });

const contacts: Snapshot["policyTexts"]["contacts"] = [
  {
    id: "desk",
    for: "helpdesk",
    name: both("情報システム部 ヘルプデスク", "IT helpdesk"),
    phone: "03-1234-5678",
    email: "helpdesk@example.co.jp",
    hours: both("平日 9:00〜18:00", "Mon-Fri 9:00-18:00"),
  },
  { id: "lost", for: "loss", name: both("紛失・盗難の受付", "Loss desk"), phone: "0120-000-000", hours: both("24 時間", "Day and night") },
  {
    id: "security",
    for: "security",
    name: both("情報セキュリティ室", "Information security office"),
    phone: "03-1234-5690",
    hours: both("平日 9:00〜18:00", "Mon-Fri 9:00-18:00"),
  },
];

const conduct = [
  rule(
    "wifi",
    both("外では自分の回線を使う", "Use your own line outside"),
    both(
      "店や駅の Wi-Fi は使わず、スマートフォンのテザリングを使います。",
      "Do not use the Wi-Fi of shops and stations; use the hotspot of your phone.",
    ),
  ),
  rule(
    "screen",
    both("画面を人に見せない", "Keep the screen to yourself"),
    both("背中を壁に向けて座り、席を離れるときは画面をロックします。", "Sit with your back to a wall and lock the screen when you leave."),
  ),
];

const seen: Facts = {
  "network-history": fact("network-history", known({ remembered: true, named: null, portalSeen: false, changes: [] }), { at: noon }),
  "device-identity": fact("device-identity", known({ ...valuesInOrder["device-identity"], hostname: "PC-2291", serial: "5CG1234XYZ" }), { at: noon }),
};

export function fullSnapshot(part: Partial<Snapshot> = {}): Snapshot {
  const base = stopSnapshot();
  const passed = { passedAt: "2026-11-01T00:00:00.000Z", validUntil: "2027-11-01T00:00:00.000Z", due: false };
  return {
    ...base,
    policyTexts: { ...base.policyTexts, contacts, conduct },
    facts: { ...base.facts, ...seen } as Snapshot["facts"],
    checks: [...base.checks, { id: "rules-accepted", group: "rules", kind: "declared", risks: ["human-error"], facts: [] }],
    declarations: [...base.declarations, { checkId: "rules-accepted", affirmed: true, at: "2026-10-01T00:00:00.000Z", policyRevision: 11 }],
    lessons: riskIds.map((id) => (id === "malware" || id === "loss" ? { id, ...passed } : { id, passedAt: null, validUntil: null, due: true })),
    exceptions: [
      { ...exceptionOfWifi },
      { ...exceptionOfWifi, id: "EX-1A2B3C4D", checkId: "vpn", createdAt: "2026-11-10T00:00:00.000Z", endsAt: "2026-11-12T00:00:00.000Z" },
    ],
    openings: [{ checkId: "vpn", kind: "vpn" }],
    ...part,
  };
}

const dayBefore = (count: number) => new Date(Date.parse(noon) - count * 86_400_000).toISOString().slice(0, 10);
const days: readonly JournalDay[] = Array.from({ length: 90 }, (_, index) => {
  const worst = index === 89 ? "stop" : (["go", "go", "caution", "go", "stop", null, null] as const)[index % 7];
  const none = { go: 0, caution: 0, stop: 0 };
  const runs = worst === null || worst === undefined ? 0 : 2;
  return { day: dayBefore(89 - index), runs, lights: worst ? { ...none, [worst]: 2 } : none, worst: worst ?? null, entries: runs * 2, untrusted: 0 };
});
const line = (seq: number, kind: string, data: JournalLine["data"]): JournalLine => ({ seq, at: noon, kind, data, trusted: true });
const lines: readonly JournalLine[] = [
  line(8, "report-export", { format: "html", helpdeskCode: "C622-2062-HJTT", digest: "sha256-0", language: "ja", readable: [] }),
  line(7, "decision", { light: "stop", helpdeskCode: "C622-2062-HJTT", runId: "r" }),
  line(6, "run", { runId: "r", lookedAt: "all", coverage: { evaluated: 17, unknown: 1, skipped: 0, declared: 3 } }),
  line(5, "network-named", { networkId: "NW-8P3Q5R1T", named: null }),
];
const networks: CallOutput<"networks.list"> = [
  {
    id: "NW-4F2A7K9D",
    link: "wifi",
    ssid: "home-net",
    named: "home",
    security: "wpa3-personal",
    firstSeenAt: "2026-09-01T00:00:00.000Z",
    lastSeenAt: "2026-11-22T11:40:00.000Z",
  },
  { id: "NW-8P3Q5R1T", link: "wifi", ssid: "Cafe_Free_WiFi", named: null, security: "open", firstSeenAt: noon, lastSeenAt: noon },
];

/** Answers that fit the snapshot, for what a screen asks when it is opened. */
export function fullAnswers({ answers }: FakeApi): void {
  answers["journal.days"] = () => ({ days: [...days], state: { ok: true, entries: 240, brokenAt: null } });
  answers["journal.entries"] = () => ({ lines: [...lines], more: 0 });
  answers["networks.list"] = () => networks;
  answers["catalogue.get"] = () => ({
    platform: "windows",
    programs: [
      { id: "netsh-wlan", line: "C:\\Windows\\System32\\netsh.exe wlan show interfaces", when: "once" },
      { id: "ip-monitor", line: "C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe -NoProfile <script>", when: "while-open" },
    ],
  });
  answers["report.preview"] = ({ format }) => ({
    ok: true,
    id: "preview-1",
    fileName: `preflight-report-2026-11-24-0912+0900-C6222062HJTT.${format}`,
    bytes: 48_200,
    helpdeskCode: "C622-2062-HJTT",
    address: null,
    personal: [{ field: "ssid", value: "Cafe_Free_WiFi", pseudonym: "ssid-1" }],
    text: '{\n  "schema": "preflight-report/1"\n}',
  });
}
