import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { parse, stringify } from "yaml";
import { generateKeys, signPolicy } from "../../electron/services/policySignature.ts";
import { bundledPolicyText } from "./bundledPolicyText.ts";

type Document = Record<string, unknown> & { rules: Record<string, unknown>; activities: Record<string, unknown>[] };

/** The default policy as a document, for a test to change. */
export function policyDocument(change: (document: Document) => void = () => undefined): string {
  const document = parse(bundledPolicyText) as Document;
  document["id"] = "acme";
  change(document);
  return stringify(document);
}

/** Puts a policy into a managed folder, signed by a key of its own, as an organisation would. */
export async function putManagedPolicy(folder: string, text: string): Promise<void> {
  const keys = generateKeys();
  await mkdir(folder, { recursive: true, mode: 0o755 });
  await writeFile(path.join(folder, "policy.yaml"), text, { mode: 0o644 });
  await writeFile(path.join(folder, "policy.yaml.sig"), signPolicy(Buffer.from(text), keys.privatePem), { mode: 0o644 });
  await writeFile(path.join(folder, "policy.pub"), keys.publicPem, { mode: 0o644 });
}
