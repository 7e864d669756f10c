import { randomBytes } from "node:crypto";
import { sameSecret } from "./admission.ts";

/** 32 random bytes, as text that an address can hold. */
export function makeSecret(): string {
  return randomBytes(32).toString("base64url");
}

export interface Tickets {
  /** Stands in the address until it is used. */
  current(): string;
  /** @returns the token, once for each ticket; null: not the current one. */
  exchange(given: string): string | null;
}

/**
 * What opens the page stands in an address, and addresses are kept: in the browser's history, in what it sends to the person's other devices. So it is a ticket
 * that works once, travels in the fragment (which browsers do not send), and gives the token that no address ever holds.
 * @param onNext called with each ticket that follows a used one.
 */
export function createTickets(token: string, onNext: (ticket: string) => void): Tickets {
  let ticket = makeSecret();
  return {
    current: () => ticket,
    exchange(given) {
      if (!sameSecret(given, ticket)) return null;
      ticket = makeSecret();
      onNext(ticket);
      return token;
    },
  };
}
