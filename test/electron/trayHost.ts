import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";

const name = "org.kde.StatusNotifierWatcher";
const path = "/StatusNotifierWatcher";

export interface TrayHost {
  /** What an icon in the tray says of itself: the text of a property. */
  property(property: string): string;
  registered(): boolean;
  end(): void;
}

function call(...args: readonly string[]): string {
  return execFileSync("/usr/bin/gdbus", ["call", "--session", ...args], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
}
const mock = (method: string, ...args: readonly string[]) =>
  call("--dest", name, "--object-path", path, "--method", `org.freedesktop.DBus.Mock.${method}`, ...args);

/** Somebody who shows tray icons, as a desktop's panel does, on the session bus of the test (python3-dbusmock). */
export async function startTrayHost(): Promise<TrayHost> {
  const child: ChildProcess = spawn("/usr/bin/python3", ["-m", "dbusmock", "--session", name, path, name], { stdio: "ignore" });
  for (let tries = 0; ; tries++) {
    try {
      mock("AddProperty", name, "IsStatusNotifierHostRegistered", "<true>");
      break;
    } catch (error) {
      if (tries > 40) throw error;
      await wait(250);
    }
  }
  mock("AddProperty", name, "ProtocolVersion", "<int32 0>");
  mock("AddProperty", name, "RegisteredStatusNotifierItems", "<@as []>");
  mock("AddMethod", name, "RegisterStatusNotifierItem", "s", "", "");
  // The item registers itself by its name on the bus: org.kde.StatusNotifierItem-<process>-<number>.
  const item = () => {
    const calls = mock("GetCalls");
    return /RegisterStatusNotifierItem', \[<'([^']+)'>/.exec(calls)?.[1] ?? null;
  };
  return {
    registered: () => item() !== null,
    property(property) {
      const dest = item();
      if (dest === null) return "";
      const at = ["--dest", dest, "--object-path", "/StatusNotifierItem", "--method", "org.freedesktop.DBus.Properties.Get"];
      return call(...at, "org.kde.StatusNotifierItem", property);
    },
    end: () => child.kill(),
  };
}
