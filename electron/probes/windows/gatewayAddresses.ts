/** .NET lists "0.0.0.0" and "::" for an interface without a router. */
export function realGateways(gateways: readonly string[]): readonly string[] {
  return gateways.map((address) => address.replace(/%.*$/, "")).filter((address) => address !== "0.0.0.0" && address !== "::" && address !== "");
}
