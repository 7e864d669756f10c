// Draws the icons of the tray and of the app into build/icons, from the shapes of renderer/ui/Icon.tsx (a test holds the two together).
// Needs a Chromium (PREFLIGHT_TEST_CHROMIUM or /usr/bin/chromium). The pictures are kept in the repository: run it after a shape has changed.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const folder = join(dirname(fileURLToPath(import.meta.url)), "icons");
const svg = (content) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36" width="100%" height="100%">${content}</svg>`;
const round = `stroke-linecap="round" stroke-linejoin="round" fill="none"`;

// A filled shape with a light rim stands out on dark and on light panels alike; below 24 pixels only the shape and a thick sign are left.
const filled = (shape, sign, fill, ink) => `
  <g stroke="#fff" stroke-width="5" stroke-linejoin="round" fill="#fff">${shape}</g>
  <g fill="${fill}" stroke="${fill}" stroke-width="2" stroke-linejoin="round">${shape}</g>
  <g stroke="${ink}" stroke-width="4" ${round}>${sign}</g>`;
// The ring is broken: what is not known has no whole outline.
const broken = (sign, dashes, width) => `
  <circle cx="18" cy="18" r="16.5" fill="#fff"/>
  <circle cx="18" cy="18" r="14" stroke="#4a5261" stroke-width="3.5" stroke-dasharray="${dashes}" fill="#fff"/>
  <g stroke="#20242c" stroke-width="${width}" ${round}>${sign}</g>`;
const pictures = {
  stop: filled('<path d="M12 3h12l9 9v12l-9 9H12l-9-9V12z"/>', '<path d="M13 13l10 10M23 13L13 23"/>', "#b3261e", "#fff"),
  caution: filled('<path d="M18 5l15 26H3z"/>', '<path d="M18 15v7M18 26v.5"/>', "#f0b429", "#2b1d00"),
  go: filled('<circle cx="18" cy="18" r="14"/>', '<path d="M11 18l5 5 9-10"/>', "#146c43", "#fff"),
  unknown: broken('<path d="M14 14a4 4 0 1 1 7 3c-2 1-3 2-3 4M18 26v.5"/>', "5 4", 3.5),
  checking: broken('<path d="M12 18h.5M18 18h.5M24 18h.5"/>', "2 5", 5),
};
/** The three shapes above each other, without a sign: the app's own icon must never look like one of its answers. */
const appIcon = `
  <rect x="1" y="1" width="34" height="34" rx="8" fill="#20242c"/>
  <g transform="translate(18 8.2) scale(.29) translate(-18 -18)" fill="#e5484d"><path d="M12 3h12l9 9v12l-9 9H12l-9-9V12z"/></g>
  <g transform="translate(18 18) scale(.29) translate(-18 -19)" fill="#f0b429" stroke="#f0b429" stroke-width="3" stroke-linejoin="round"><path d="M18 5l15 26H3z"/></g>
  <g transform="translate(18 27.8) scale(.32) translate(-18 -18)" fill="#3ecf8e"><circle cx="18" cy="18" r="14"/></g>`;

const browser = await chromium.launch({ executablePath: process.env.PREFLIGHT_TEST_CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
const page = await browser.newPage();
async function draw(content, size) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>html,body{margin:0;background:transparent}svg{display:block}</style>${svg(content)}`);
  return page.screenshot({ omitBackground: true, clip: { x: 0, y: 0, width: size, height: size } });
}

/** Several PNGs in one file for Windows (.ico: a header, one entry each, then the pictures). */
function ico(images) {
  const head = Buffer.alloc(6 + 16 * images.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(images.length, 4);
  let at = head.length;
  images.forEach(({ size, png }, index) => {
    const entry = 6 + 16 * index;
    head.writeUInt8(size % 256, entry); // 0 stands for 256
    head.writeUInt8(size % 256, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(png.length, entry + 8);
    head.writeUInt32LE(at, entry + 12);
    at += png.length;
  });
  return Buffer.concat([head, ...images.map(({ png }) => png)]);
}

/** The same for macOS (.icns: a type of four letters and the length before each picture). */
function icns(images) {
  const parts = images.map(({ type, png }) => {
    const head = Buffer.alloc(8);
    head.write(type, "latin1");
    head.writeUInt32BE(png.length + 8, 4);
    return Buffer.concat([head, png]);
  });
  const head = Buffer.alloc(8);
  head.write("icns", "latin1");
  head.writeUInt32BE(8 + parts.reduce((sum, part) => sum + part.length, 0), 4);
  return Buffer.concat([head, ...parts]);
}

mkdirSync(join(folder, "tray"), { recursive: true });
for (const [name, content] of Object.entries(pictures)) {
  for (const size of [16, 20, 24, 32, 48]) writeFileSync(join(folder, "tray", `${name}-${size}.png`), await draw(content, size));
}
const app = new Map();
for (const size of [16, 24, 32, 48, 64, 128, 256, 512, 1024]) app.set(size, await draw(appIcon, size));
for (const size of [16, 32, 48, 64, 128, 256, 512]) writeFileSync(join(folder, `${size}x${size}.png`), app.get(size));
writeFileSync(join(folder, "icon.png"), app.get(512));
writeFileSync(join(folder, "icon.ico"), ico([16, 24, 32, 48, 256].map((size) => ({ size, png: app.get(size) }))));
const types = { ic11: 32, ic12: 64, ic07: 128, ic13: 256, ic08: 256, ic14: 512, ic09: 512, ic10: 1024 };
writeFileSync(join(folder, "icon.icns"), icns(Object.entries(types).map(([type, size]) => ({ type, png: app.get(size) }))));
await browser.close();
