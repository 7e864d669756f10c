import { describe, expect, it } from "vitest";
import { memoHost } from "../../electron/host/memoHost.ts";
import { deviceBlocks, earlyBlocks } from "../../electron/host/windows/deviceBlocks.ts";
import { networkBlocks } from "../../electron/host/windows/networkBlocks.ts";
import { powershellScript } from "../../electron/host/windows/powershellScript.ts";
import { deepRegistryKeys, registryKeys, registryValues } from "../../electron/host/windows/registryKeys.ts";
import { emptyContext } from "../../electron/probes/probe.ts";
import { deviceBlockSchemas } from "../../electron/probes/windows/deviceBlockSchemas.ts";
import { deviceProbes } from "../../electron/probes/windows/deviceProbes.ts";
import { replayHost } from "../support/replayHost.ts";
import { laptop } from "./probesWindowsDeviceCases.ts";
import { recording } from "./probesWindowsDeviceMachine.ts";

describe("the device blocks of the one PowerShell", () => {
  it("leave room for the network's blocks on a command line of Windows", () => {
    const own = Object.values({ ...earlyBlocks, ...deviceBlocks }).join("\n").length;
    expect(own + JSON.stringify(registryKeys).length).toBeLessThan(18_500);
  });

  it("hold no double quote, because Node puts the script between two", () => {
    for (const block of Object.values({ ...earlyBlocks, ...deviceBlocks })) expect(block).not.toContain('"');
    expect(powershellScript).not.toContain('"');
  });

  it("are each read by a schema, and none is read that is not printed", () => {
    expect(Object.keys(deviceBlockSchemas).sort()).toEqual(Object.keys(deviceBlocks).sort());
  });

  it("start the search for updates before anything else and wait for it last", () => {
    const names = [...powershellScript.matchAll(/^Block '([a-z-]+)'/gm)].map(([, name]) => name);
    expect(names[0]).toBe("updates-start");
    expect(names.at(-1)).toBe("pending");
    expect(powershellScript).toContain("$searcher.Online=$false");
  });

  it("look, and change nothing", () => {
    const blocks = Object.values({ ...earlyBlocks, ...deviceBlocks }).join("\n");
    expect(blocks).not.toMatch(/\b(Set|Remove|New-Item|Start|Stop|Restart|Enable|Disable|Invoke|Register|Install|Add|Clear|Out-File)-[A-Z]/);
    expect([...blocks.matchAll(/New-Object -ComObject ([A-Za-z.0-9]+)/g)].map(([, name]) => name).sort()).toEqual([
      "HNetCfg.FwPolicy2",
      "Microsoft.Update.AutoUpdate",
      "Microsoft.Update.Session",
      "Microsoft.Update.SystemInfo",
      "Shell.Application",
    ]);
    expect(blocks).not.toMatch(/\.(Download|Install|Open|BeginSearch|ShellExecute|Put)\w*\(/);
  });
});

describe("what Windows did not tell", () => {
  // PowerShell makes 0 of $null, and hands out $null for a property that could not be read.
  it("of a Wi-Fi's method and cipher is not made the numbers of an open network", () => {
    expect(networkBlocks.connection).toContain("NetworkAuthenticationType");
    expect(networkBlocks.connection).not.toMatch(/\[int\]\$p\.NetworkSecuritySettings/);
    expect(networkBlocks.connection).toMatch(/\$null -ne \$a -and \$null -ne \$e/);
  });

  it("of a product's state is not made the state of one that is off", () => {
    for (const block of [deviceBlocks.antivirus, deviceBlocks["firewall-products"]]) expect(block).toMatch(/state=\$_\.productState\}/);
    const untold = deviceBlockSchemas.antivirus.safeParse({ products: [{ name: "Kitsune Security", state: null }] });
    expect(untold.success).toBe(false);
  });
});

describe("the registry", () => {
  it("of Winlogon is read for two values only: it may hold a password", () => {
    const ids = Object.entries(registryKeys).flatMap(([id, key]) => (key.endsWith("\\Winlogon") ? [id] : []));
    expect(ids.map((id) => registryValues[id as keyof typeof registryValues])).toEqual([["AutoAdminLogon"], ["ScreenSaverGracePeriod"]]);
  });

  it("of Enrollments is not read for the user's address", () => {
    expect(registryValues.enrollments).not.toContain("UPN");
  });

  it("is read deeply where a part of it is wanted, and only for values that are named", () => {
    for (const id of deepRegistryKeys) expect(registryValues[id]?.length ?? 0).toBeGreaterThan(0);
  });
});

describe("a full run", () => {
  async function processes(how: "works" | "prints-nothing") {
    const ran: string[] = [];
    const machine = replayHost([recording(laptop, how)], "windows");
    const host = memoHost({
      ...machine,
      run: (command, signal) => {
        ran.push(command);
        return machine.run(command, signal);
      },
    });
    const { signal } = new AbortController();
    await Promise.all(Object.values(deviceProbes).map((probe) => probe.collect(host, emptyContext, signal)));
    return ran;
  }

  it("starts PowerShell once, and two small programs at most", async () => {
    expect((await processes("works")).sort()).toEqual(["dsregcmd-status", "powershell"]);
  });

  it("asks reg.exe only where PowerShell told nothing, each key once", async () => {
    const ran = await processes("prints-nothing");
    expect(new Set(ran).size).toBe(ran.length);
    expect(ran.filter((command) => !command.startsWith("reg-")).sort()).toEqual(["dsregcmd-status", "netstat", "powershell", "tasklist"]);
  });
});
