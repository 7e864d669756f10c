/**
 * What the rules that nftables.service loads do with connections that no rule is about, by its file (/etc/nftables.conf of Debian and Arch, where users
 * may read it; nft(8)). null: the file alone does not say: it takes in other files, or drops some packets and lets in the rest.
 */
export function nftablesInbound(text: string): "block" | "allow" | null {
  const rules = text.replace(/#[^\n]*/g, "");
  if (/\binclude\b/.test(rules)) return null;
  const chains = [...rules.matchAll(/\bchain\s+[\w-]+\s*\{([^}]*)\}/g)].map(([, body = ""]) => body);
  const inputs = chains.filter((body) => /\bhook\s+input\b/.test(body));
  if (inputs.some((body) => /\bpolicy\s+drop\b/.test(body))) return "block";
  return /\b(drop|reject|jump|goto|vmap)\b/.test(rules) ? null : "allow";
}
