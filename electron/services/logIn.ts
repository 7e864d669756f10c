import type { LogIn } from "../../shared/declarations.ts";
import type { Host } from "../host/host.ts";
import type { Pseudonym } from "./secretKey.ts";

/** The log-in under a name that says nothing to anybody else: it stands in the report. */
export async function logInOf(host: Pick<Host, "logIn">, pseudonym: Pseudonym): Promise<LogIn> {
  const { id, bootedAt } = await host.logIn();
  return { id: id === null ? null : pseudonym("log-in", id), bootedAt };
}
