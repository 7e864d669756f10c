import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from "node:crypto";

export interface PolicyKeys {
  /** PKCS #8 PEM. Stays with the security officer. */
  readonly privatePem: string;
  /** SPKI PEM: `policy.pub` in the managed folder. */
  readonly publicPem: string;
}

/** A new Ed25519 key pair (RFC 8032) for signing policies. */
export function generateKeys(): PolicyKeys {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519", {
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  });
  return { privatePem: privateKey, publicPem: publicKey };
}

/**
 * The detached signature of the policy's bytes: base64 in one line, the content of `policy.yaml.sig`.
 * @throws Error when the key cannot be read or is not an Ed25519 key.
 */
export function signPolicy(bytes: Uint8Array, privatePem: string): string {
  const key = createPrivateKey(privatePem);
  if (key.asymmetricKeyType !== "ed25519") throw new Error(`an Ed25519 key is needed, this is ${key.asymmetricKeyType ?? "another kind"}`);
  return `${sign(null, bytes, key).toString("base64")}\n`;
}

/** True only for a well-formed signature by this Ed25519 key over exactly these bytes. Never throws. */
export function verifyPolicySignature(bytes: Uint8Array, signature: string, publicPem: string): boolean {
  const text = signature.trim();
  // 64 bytes are 86 base64 digits and two signs of padding; Buffer.from would skip over anything else.
  if (!/^[A-Za-z0-9+/]{86}==$/.test(text)) return false;
  // Node would also derive the public key from a private one: whoever put that there has spread the secret.
  if (!publicPem.trimStart().startsWith("-----BEGIN PUBLIC KEY-----")) return false;
  try {
    const key = createPublicKey(publicPem);
    return key.asymmetricKeyType === "ed25519" && verify(null, bytes, key, Buffer.from(text, "base64"));
  } catch {
    return false;
  }
}
