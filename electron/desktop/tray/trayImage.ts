import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type NativeImage, nativeImage } from "electron";
import type { TrayPicture } from "./trayView.ts";

/** Edge in pixels of each file, by the factor at which it is sharp. A Linux panel takes one picture and makes it smaller: it gets a large one. */
const sizes = {
  linux: [[48, 1]],
  other: [
    [16, 1],
    [20, 1.25],
    [24, 1.5],
    [32, 2],
  ],
} as const;

/** The picture of one state. `folder`: where the build put the PNGs. */
export function trayImage(picture: TrayPicture, folder: string, platform: NodeJS.Platform): NativeImage {
  const image = nativeImage.createEmpty();
  for (const [size, scaleFactor] of platform === "linux" ? sizes.linux : sizes.other) {
    image.addRepresentation({ scaleFactor, width: size, height: size, buffer: readFileSync(join(folder, `${picture}-${size}.png`)) });
  }
  return image;
}
