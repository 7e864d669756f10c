import { createHash, generateKeyPairSync, sign } from "node:crypto";

/** A server's key and a certificate that it signed itself, as PEM, and the pin by which a policy would name it. */
export interface SelfSigned {
  readonly key: string;
  readonly cert: string;
  readonly pin: string;
}

// DER (X.690) of the few kinds that a certificate needs (RFC 5280 section 4.1).
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  const length = body.length < 0x80 ? [body.length] : body.length < 0x100 ? [0x81, body.length] : [0x82, body.length >> 8, body.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
}
const sequence = (...parts: readonly Uint8Array[]) => der(0x30, ...parts);
const time = (text: string) => der(0x18, Buffer.from(text));
const commonName = (name: string) => sequence(der(0x31, sequence(der(0x06, Buffer.from([0x55, 0x04, 0x03])), der(0x0c, Buffer.from(name)))));
const algorithms = {
  // ecdsa-with-SHA256; sha256WithRSAEncryption, which has NULL for parameters.
  ec: sequence(der(0x06, Buffer.from("2a8648ce3d040302", "hex"))),
  rsa: sequence(der(0x06, Buffer.from("2a864886f70d01010b", "hex")), der(0x05)),
};

/** Made for one test: by default valid, for a name that nobody has. `until`: as YYYYMMDDHHMMSSZ. */
export function selfSigned(kind: "ec" | "rsa" = "ec", until = "20991231235959Z"): SelfSigned {
  const { privateKey, publicKey } =
    kind === "ec" ? generateKeyPairSync("ec", { namedCurve: "prime256v1" }) : generateKeyPairSync("rsa", { modulusLength: 2048 });
  const spki = publicKey.export({ type: "spki", format: "der" });
  const name = commonName("office.example");
  const version = der(0xa0, der(0x02, Buffer.from([2])));
  const toSign = sequence(version, der(0x02, Buffer.from([1])), algorithms[kind], name, sequence(time("20200101000000Z"), time(until)), name, spki);
  const certificate = sequence(toSign, algorithms[kind], der(0x03, Buffer.from([0]), sign("sha256", toSign, privateKey)));
  const lines = certificate.toString("base64").match(/.{1,64}/g) ?? [];
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`,
    pin: `sha256-${createHash("sha256").update(spki).digest("base64")}`,
  };
}
