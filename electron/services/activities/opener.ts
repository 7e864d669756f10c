/** How a door opens things outside of the app. Addresses and programs come from tables of ours or from a managed policy, never from a page. */
export interface Opener {
  /** An https address, or one of the OS's settings pages. @returns false: the OS refused. */
  openAddress(address: string): Promise<boolean>;
  /** Starts a program without a shell and leaves it alone. @returns false: it could not be started. */
  startProgram(program: string, args: readonly string[]): Promise<boolean>;
}
