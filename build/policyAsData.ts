import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { parse } from "yaml";

/**
 * `import … from "….policy.yaml?document"`: the YAML document as data, with the digest of the file's bytes. Read at build time, because reading YAML
 * takes longer than judging the whole machine. The document is still resolved like any other policy when it is used.
 */
export function policyAsData() {
  return {
    name: "policy-as-data",
    enforce: "pre" as const,
    async load(id: string) {
      const [file, query] = id.split("?", 2);
      if (query !== "document" || !file?.endsWith(".policy.yaml")) return null;
      const bytes = await readFile(file);
      const document: unknown = parse(bytes.toString("utf8"), { version: "1.2", schema: "core" });
      const digest = `sha256-${createHash("sha256").update(bytes).digest("hex")}`;
      // A string for JSON.parse: engines read it several times faster than the same literal.
      const data = JSON.stringify(JSON.stringify(document));
      return `export const policyDocument = JSON.parse(${data});\nexport const policyDigest = ${JSON.stringify(digest)};\n`;
    },
  };
}
