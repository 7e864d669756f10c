/**
 * Addresses that stand for "the internet" when the kernel is asked for the way out. Any would do, as nothing is sent: one in each half of
 * IPv4, because tunnels replace the default route by 0.0.0.0/1 and 128.0.0.0/1, and one of IPv6.
 */
export const internetTargets = [
  { address: "12.34.56.78", family: 4 },
  { address: "203.0.113.10", family: 4 },
  { address: "2600::1", family: 6 },
] as const;
