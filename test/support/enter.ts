/** Opens a browser host as its page does: the token for the one-time ticket of its address. Null: the ticket is refused. */
export async function enter(address: string): Promise<string | null> {
  const { origin, hash } = new URL(address);
  const body = JSON.stringify({ ticket: new URLSearchParams(hash.slice(1)).get("ticket") });
  const response = await fetch(`${origin}/api/enter`, { method: "POST", headers: { origin, "content-type": "application/json" }, body });
  return response.ok ? ((await response.json()) as { token: string }).token : null;
}
