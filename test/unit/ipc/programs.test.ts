import { expect, it } from "vitest";
import { monitors } from "../../../electron/host/commands/monitors.ts";
import { tools } from "../../../electron/host/commands/tools.ts";
import { commands } from "../../../electron/host/commands.ts";
import { programsOn } from "../../../electron/ipc/programs.ts";
import { calls } from "../../../shared/ipc/contract.ts";
import { platforms } from "../../../shared/platform.ts";

it.each(platforms)("lists every program of the tables for %s and passes the gate", (platform) => {
  const programs = programsOn(platform);
  expect(calls["catalogue.get"].output.safeParse({ platform, programs }).success).toBe(true);
  const ids = programs.map(({ id }) => id);
  for (const table of [commands, monitors, tools]) {
    for (const [id, entry] of Object.entries(table)) expect(ids.includes(id), id).toBe(entry.platform === platform);
  }
  expect(new Set(ids).size).toBe(ids.length);
});

it("writes a program with its arguments as one line", () => {
  const line = (id: string) => programsOn("linux").find((program) => program.id === id)?.line;
  expect(line("ip-monitor")).toBe("/usr/sbin/ip | /sbin/ip | /usr/bin/ip | /bin/ip -o monitor label link address route rule");
  expect(line("clamav-version")).toBe("/usr/sbin/clamd | /usr/bin/clamscan --version");
  expect(programsOn("windows").find(({ id }) => id === "powershell")?.line).toContain("-NonInteractive -ExecutionPolicy Bypass -Command");
});
