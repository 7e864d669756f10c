import type { Plugin } from "vite";

/** Fails the build of the page when a value import has dragged zod into it (decision 0052). Imports of types leave nothing behind. */
export function noSchemaInPage(): Plugin {
  return {
    name: "no-schema-in-page",
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((part) => (part.type === "chunk" ? part.moduleIds : []));
      if (modules.some((id) => /[\\/]node_modules[\\/]zod[\\/]/.test(id)))
        this.error("zod is in the page: it imports a value from a file of schemas (decision 0052)");
    },
  };
}
