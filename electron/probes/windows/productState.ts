/** What a product told the Windows Security Center about itself. */
export interface ProductState {
  /** null: bits that nobody has described. */
  readonly state: "on" | "off" | "snoozed" | "expired" | null;
  /** Its definitions are current, by its own word. */
  readonly upToDate: boolean | null;
  /** Microsoft's own product. */
  readonly isMicrosoft: boolean;
}

const states: ReadonlyMap<number, ProductState["state"]> = new Map([
  [0x0000, "off"],
  [0x1000, "on"],
  [0x2000, "snoozed"],
  [0x3000, "expired"],
]);

/**
 * `productState` of root/SecurityCenter2. Microsoft describes the same states with WSC_SECURITY_PRODUCT_STATE, not the bits: 0xF000 state, 0x0F00
 * owner, 0x00F0 definitions. "Expired" has the bit of "on" set, so the whole nibble is compared.
 * https://learn.microsoft.com/windows/win32/api/iwscapi/ne-iwscapi-wsc_security_product_state
 */
export function readProductState(state: number): ProductState {
  const definitions = state & 0x00f0;
  return {
    state: states.get(state & 0xf000) ?? null,
    upToDate: definitions === 0x00 ? true : definitions === 0x10 ? false : null,
    isMicrosoft: (state & 0x0f00) === 0x0100,
  };
}
