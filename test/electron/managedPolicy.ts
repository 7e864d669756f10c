import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parse, stringify } from "yaml";
import { generateKeys, signPolicy } from "../../electron/services/policySignature.ts";
import { binary } from "./launchApp.ts";

const bundled = resolve(import.meta.dirname, "../../shared/policy/default.policy.yaml");

export interface ManagedPolicy {
  /** Starts the app in a mount namespace of its own, in which /etc holds this policy. */
  readonly binary: string;
  forget(): void;
}

/**
 * The bundled policy with these parts, signed, where a managed policy lies for the app alone: the app looks nowhere else, and no switch of ours
 * could send it elsewhere. Needs root.
 */
export function managedPolicy(parts: Record<string, unknown>): ManagedPolicy {
  const folder = mkdtempSync(join(tmpdir(), "preflight-managed-"));
  const etc = join(folder, "etc");
  cpSync("/etc", etc, { recursive: true, verbatimSymlinks: true, filter: (source) => !source.startsWith("/etc/ssl/private") });
  const managed = join(etc, "telework-preflight");
  mkdirSync(managed, { recursive: true, mode: 0o755 });
  const policy = Buffer.from(stringify({ ...(parse(readFileSync(bundled, "utf8")) as object), id: "e2e-policy", ...parts }));
  const keys = generateKeys();
  writeFileSync(join(managed, "policy.yaml"), policy, { mode: 0o644 });
  writeFileSync(join(managed, "policy.yaml.sig"), signPolicy(policy, keys.privatePem), { mode: 0o644 });
  writeFileSync(join(managed, "policy.pub"), keys.publicPem, { mode: 0o644 });
  const start = join(folder, "start");
  writeFileSync(start, `#!/bin/sh\nexec unshare --mount -- sh -c 'mount --bind "$0" /etc && exec "$@"' '${etc}' '${binary}' "$@"\n`);
  chmodSync(start, 0o755);
  return { binary: start, forget: () => rmSync(folder, { recursive: true, force: true }) };
}
