// The real app on a PC of its own: a namespace whose network, system bus and policy the test changes under it. Plain JavaScript, because it runs there.
// usage: driver.mjs '{"binary", "arguments", "policies"}'; prints what was seen at each step as JSON.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { _electron } from "playwright-core";

const given = JSON.parse(process.argv[2]);
const log = "/run/notifications.log";
const shell = (command) => execFileSync("/bin/sh", ["-ec", command], { stdio: ["ignore", "pipe", "inherit"] }).toString();

async function until(what, look, ms = 15_000) {
  const end = performance.now() + ms;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (performance.now() > end) throw new Error(`${what} did not come`);
    await pause(50);
  }
}

function mock(bus, template, more = []) {
  spawn("/usr/bin/python3", ["-m", "dbusmock", bus, "--template", template, ...more], { stdio: "ignore" });
}
async function busesUp() {
  mkdirSync("/run/dbus", { recursive: true });
  const rules = '<allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/><allow user="*"/>';
  const listen = "unix:path=/run/dbus/system_bus_socket";
  writeFileSync(
    "/run/dbus/system.conf",
    `<busconfig><type>system</type><listen>${listen}</listen><auth>EXTERNAL</auth><policy context="default">${rules}</policy></busconfig>`,
  );
  spawn("dbus-daemon", ["--config-file=/run/dbus/system.conf", "--nofork", "--nopidfile"], { stdio: "ignore" });
  await until("the system bus", () => existsSync("/run/dbus/system_bus_socket"));
  mock("--system", "logind");
  mock("--session", "notification_daemon", ["--logfile", log]);
  const owned = (bus, name) => shell(`gdbus call ${bus} -d org.freedesktop.DBus -o / -m org.freedesktop.DBus.NameHasOwner ${name}`).includes("true");
  await until("logind", () => owned("--system", "org.freedesktop.login1"));
  await until("the notification service", () => owned("--session", "org.freedesktop.Notifications"));
  shell(`gdbus call --system -d ${login} -o /org/freedesktop/login1 -m org.freedesktop.DBus.Mock.AddSession 7 seat0 1000 hanako true`);
}
const login = "org.freedesktop.login1";
const session = "/org/freedesktop/login1/session/7";
const asleep = (start) =>
  shell(
    `gdbus call --system -d ${login} -o /org/freedesktop/login1 -m org.freedesktop.DBus.Mock.EmitSignal ${login}.Manager PrepareForSleep b '[<${start}>]'`,
  );
const lockedHint = (locked) =>
  shell(`gdbus call --system -d ${login} -o ${session} -m org.freedesktop.DBus.Mock.UpdateProperties ${login}.Session "{'LockedHint': <${locked}>}"`);
// Each call begins with its time; a body has several lines.
const notifications = () => (existsSync(log) ? readFileSync(log, "utf8") : "").split(/^(?=\d+\.\d+ )/m).filter((call) => call.includes(" Notify "));
const putPolicy = (name) => shell(`cp ${given.policies}/${name}/* /etc/telework-preflight/`);
const vpnUp = "ip link set tun0 up; ip route replace 0.0.0.0/1 dev tun0; ip route replace 128.0.0.0/1 dev tun0";
const vpnDown = "ip link set tun0 down";

putPolicy("first");
await busesUp();
const app = await _electron.launch({ executablePath: given.binary, args: given.arguments, env: process.env, cwd: given.root });
const page = await app.firstWindow();
const snapshot = () => page.evaluate(() => globalThis.preflight.call("snapshot.get", null));
const settled = () =>
  until("the end of the run", async () => {
    const now = await snapshot();
    return now.phase.kind === "finished" && now.decision !== null ? now : null;
  });
const seen = ({ decision, session: { ended }, facts, run, policy }) => ({
  light: decision?.light ?? null,
  because: ended?.because ?? null,
  disk: facts["disk-encryption"]?.at ?? null,
  run: run?.id,
  revision: policy.revision,
  notifications: notifications(),
});
/** Does it, waits until clearances ended anew, and then for the new decision. */
async function step(act, ms) {
  const before = (await snapshot()).session.ended?.at;
  await act();
  await until("the end of the clearances", async () => (await snapshot()).session.ended?.at !== before, ms);
  return seen(await settled());
}

const results = {};
results.start = seen(await settled());
await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].minimize());
await pause(500);
results.vpnLost = await step(() => shell(vpnDown));
await pause(300);
results.vpnLost.notifications = notifications();
results.vpnBack = await step(() => shell(vpnUp));
for (let flap = 0; flap < 10; flap += 1) {
  shell(flap % 2 === 0 ? vpnDown : vpnUp);
  await pause(400);
}
await pause(2_000);
await until("a calm network", async () => (await settled()).decision.light === "go", 30_000);
results.flapped = seen(await settled());
results.resumed = await step(() => {
  asleep(true);
  asleep(false);
});
results.unlocked = await step(() => {
  lockedHint(true);
  lockedHint(false);
});
results.policy = await step(() => putPolicy("second"), 45_000);
process.stdout.write(JSON.stringify(results));
await app.close();
process.exit(0);
