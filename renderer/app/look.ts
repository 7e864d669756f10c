import type { Settings } from "../../shared/settings.ts";

/** How the page looks by the person's choice. */
export type Look = Pick<Settings, "theme" | "textSize">;

const storageKey = "preflight.look";
// Mapped types: complete, without the schema in the page. The order is that of the lists on the screen.
const themes: { readonly [T in Settings["theme"]]: T } = { system: "system", light: "light", dark: "dark" };
const textSizes: { readonly [S in Settings["textSize"]]: S } = { 100: 100, 125: 125, 150: 150, 200: 200 };
export const themeList = Object.values(themes);
export const textSizeList = Object.values(textSizes);
const plain: Look = { theme: "system", textSize: 100 };

/** What was chosen last time, so that the first picture is already right; the main side keeps the choice itself. */
export function rememberedLook(): Look {
  try {
    const [theme, size] = (localStorage.getItem(storageKey) ?? "").split(" ");
    return {
      theme: themeList.find((one) => one === theme) ?? plain.theme,
      textSize: textSizeList.find((one) => String(one) === size) ?? plain.textSize,
    };
  } catch {
    return plain;
  }
}

/** Puts the look on the page and keeps it for the next first picture, where the page may store anything. */
export function putOn({ theme, textSize }: Look): void {
  const { dataset } = document.documentElement;
  if (theme === "system") delete dataset["theme"];
  else dataset["theme"] = theme;
  dataset["textSize"] = String(textSize);
  try {
    localStorage.setItem(storageKey, `${theme} ${textSize}`);
  } catch {
    // Storage is refused: the first picture of the next start is then the usual one.
  }
}
