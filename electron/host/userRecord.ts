import { userInfo } from "node:os";

/** Who runs this process, as the OS has it written down. */
export interface UserRecord {
  readonly name: string;
  readonly home: string;
}

let known: UserRecord | undefined;

/**
 * The user's record of the OS: the entry of getpwuid(3) on Linux and macOS, the profile of the process's token on Windows
 * (https://docs.libuv.org/en/v1.x/misc.html#c.uv_os_get_passwd). HOME, USER and USERPROFILE are in the hands of whoever started us and are not asked.
 * undefined: a user id without a record.
 */
export function userRecord(): UserRecord | undefined {
  if (known !== undefined) return known;
  try {
    const { username, homedir } = userInfo();
    known = homedir === "" ? undefined : { name: username, home: homedir };
  } catch {
    // Asked again the next time: a directory service may have been away.
  }
  return known;
}
