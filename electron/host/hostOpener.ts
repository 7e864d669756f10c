import type { Platform } from "../../shared/platform.ts";
import { mayOpen } from "./allowedTargets.ts";
import { addressOpeners, politeEnd, type ToolId, tools } from "./commands/tools.ts";
import { startProgram } from "./startProgram.ts";
import { firstExisting } from "./systemFiles.ts";

/** Opens things outside of the app by the OS's own programs: for the command line and the page in a browser, and most of it for the window too. */
export function createHostOpener(platform: Platform) {
  const startFirst = async (files: readonly string[], args: readonly string[]): Promise<boolean> => {
    const file = await firstExisting(files);
    return file !== undefined && startProgram(file, args, platform);
  };
  return {
    async hasTool(tool: ToolId): Promise<boolean> {
      return tools[tool].platform === platform && (await firstExisting(tools[tool].files)) !== undefined;
    },
    async openTool(tool: ToolId): Promise<boolean> {
      return tools[tool].platform === platform && startFirst(tools[tool].files, tools[tool].args);
    },
    async openAddress(address: string): Promise<boolean> {
      const { files, args } = addressOpeners[platform];
      return mayOpen(address) && startFirst(files, [...args, address]);
    },
    startProgram: (program: string, args: readonly string[]) => startProgram(program, args, platform),
    async endProgram(pid: number): Promise<boolean> {
      if (!Number.isSafeInteger(pid) || pid <= 1 || pid === process.pid) return false;
      if (platform === "windows") return startFirst(politeEnd.files, [...politeEnd.args, String(pid)]);
      try {
        return process.kill(pid, "SIGTERM");
      } catch {
        return false;
      }
    },
  };
}
