/** Ports of the pages on the far side, by how they answer. */
export const pages = {
  success: 8001,
  empty: 8002,
  redirect: 8003,
  replaced: 8004,
  signIn: 8005,
  broken: 8006,
  hangs: 8007,
  endless: 8008,
  closesEarly: 8009,
} as const;

/** Ports of the servers that should speak TLS. On `nobody` nothing listens. */
export const tlsPorts = { office: 8441, silent: 8442, plain: 8443, closes: 8444, nobody: 8445 } as const;
