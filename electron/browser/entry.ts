import { z } from "zod";
import { answerJson, type Exchange, isJson, refuse } from "./exchange.ts";
import { readJsonBody } from "./readBody.ts";
import type { Tickets } from "./tickets.ts";

const entryLimit = 1024;
const entrySchema = z.strictObject({ ticket: z.string().max(100) });

/** Gives the token for the ticket of the address. */
export async function answerEntry(exchange: Exchange, tickets: Tickets): Promise<void> {
  if (exchange.request.method !== "POST") return refuse(exchange, 405, "wrong-method");
  if (!isJson(exchange)) return refuse(exchange, 415, "wrong-content-type");
  const body = await readJsonBody(exchange.request, entryLimit);
  if (!body.ok) return refuse(exchange, body.status, body.code);
  const ticket = entrySchema.safeParse(body.value);
  const token = ticket.success ? tickets.exchange(ticket.data.ticket) : null;
  if (token === null) return refuse(exchange, 403, "wrong-ticket");
  answerJson(exchange, 200, { token });
}
