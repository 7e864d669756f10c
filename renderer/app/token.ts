const storageKey = "preflight.token";

/** What is kept for this tab alone, so that a reload works. Null: nothing, or the browser keeps nothing. */
function remembered(): string | null {
  try {
    return sessionStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

function remember(token: string): void {
  try {
    sessionStorage.setItem(storageKey, token);
  } catch {
    // A reload will not work; nothing else depends on it.
  }
}

/** The token for the ticket of the address; null: it was used before, or is none. Rejects when the host cannot be reached. */
async function exchange(ticket: string): Promise<string | null> {
  const headers = { "content-type": "application/json" };
  const response = await fetch("/api/enter", { method: "POST", headers, body: JSON.stringify({ ticket }) });
  const answer: unknown = response.ok ? await response.json() : null;
  return typeof answer === "object" && answer !== null && "token" in answer && typeof answer.token === "string" ? answer.token : null;
}

/**
 * The token of the browser host: for the one-time ticket of `#ticket=…`, else from this tab's session. The address is cleaned of it; what a browser's history keeps
 * all the same is a ticket that was used. Null: the page was opened some other way.
 */
export async function takeToken(): Promise<string | null> {
  const ticket = new URLSearchParams(location.hash.replace(/^#/, "")).get("ticket");
  if (ticket === null) return remembered();
  // Not reached: the ticket stays in the address for the next try.
  const token = await exchange(ticket).catch(() => undefined);
  if (token === undefined) return remembered();
  history.replaceState(null, "", location.pathname + location.search);
  if (token !== null) remember(token);
  return token ?? remembered();
}
