import type { DeviceBlock } from "./deviceBlockSchemas.ts";

export type RegisteredProduct = DeviceBlock<"antivirus">["products"][number];

/**
 * Is the program of a registered product on this PC? The Security Center keeps what a product said of itself, also after it was removed. Both of its
 * files must agree: a viewer that was left behind guards nothing. undefined: an older script did not ask.
 */
export function isThere({ productThere, reportingThere }: RegisteredProduct): boolean | null | undefined {
  if (productThere === undefined && reportingThere === undefined) return undefined;
  const told = [productThere, reportingThere].filter((there) => typeof there === "boolean");
  if (told.length === 0 || new Set(told).size > 1) return null;
  return told[0] === true;
}

const places: ReadonlyMap<boolean | null | undefined, string> = new Map([
  [false, ", its program is gone"],
  [null, ", whether its program is there could not be seen"],
]);

/** One line of evidence. */
export function shownProduct(product: RegisteredProduct): string {
  return `${product.name}: 0x${product.state.toString(16).padStart(6, "0")}${places.get(isThere(product)) ?? ""}`;
}
