import type { ToolId } from "../../host/commands/tools.ts";

/** How a door opens and ends things outside of the app. Addresses and programs come from tables of ours or from a managed policy, never from a page. */
export interface Opener {
  /** An https address, or one of the OS's settings pages. @returns false: the OS refused. */
  openAddress(address: string): Promise<boolean>;
  /** A program of the table of tools is here. */
  hasTool(tool: ToolId): Promise<boolean>;
  openTool(tool: ToolId): Promise<boolean>;
  /** Starts a program without a shell and leaves it alone. @returns false: it could not be started. */
  startProgram(program: string, args: readonly string[]): Promise<boolean>;
  /** Asks a program of this user to end, without force. @returns false: it could not be asked. */
  endProgram(pid: number): Promise<boolean>;
}
