import { readFile } from "node:fs/promises";
import { extname, join, sep } from "node:path";

/** What the built page consists of. Any other kind of file is not served. */
const contentTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
};

export type PageFile =
  | { readonly status: 200; readonly contentType: string; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly status: 400 | 404 };

/** The path segments below the root, or null when the request tries to leave it or cannot be read. */
function segmentsOf(pathname: string): readonly string[] | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null; // a percent sign without two digits
  }
  // A backslash is a separator on Windows, and a colon names a drive or a stream there; a second decoding must not find anything new.
  if (!decoded.startsWith("/") || /[\\:%\0]/.test(decoded)) return null;
  const segments = decoded.slice(1).split("/");
  return segments.some((segment) => segment === ".." || segment === ".") ? null : segments;
}

/**
 * One file of the built page. `pathname` is the path of the request as it came, still percent-encoded; "/" is the page itself.
 * Paths that would leave `root` are answered with 400, everything else that is not there with 404.
 */
export async function readPageFile(root: string, pathname: string): Promise<PageFile> {
  const segments = segmentsOf(pathname === "/" ? "/index.html" : pathname);
  if (segments === null) return { status: 400 };
  const path = join(root, ...segments);
  const contentType = contentTypes[extname(path)];
  if (contentType === undefined || !path.startsWith(root + sep)) return { status: 404 };
  try {
    return { status: 200, contentType, bytes: new Uint8Array(await readFile(path)) };
  } catch {
    return { status: 404 }; // missing, a folder, or not readable: the page can do nothing about any of them
  }
}
