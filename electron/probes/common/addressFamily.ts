import { z } from "zod";

const [four, six] = [z.ipv4(), z.ipv6()];

/** 4 or 6 for an IP address without a zone, 0 for anything else. */
export function addressFamily(text: string): 0 | 4 | 6 {
  if (four.safeParse(text).success) return 4;
  return six.safeParse(text).success ? 6 : 0;
}
