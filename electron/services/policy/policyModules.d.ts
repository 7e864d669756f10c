/** A policy as data, made when the bundle is built (build/policyAsData.ts). */
declare module "*.policy.yaml?document" {
  export const policyDocument: unknown;
  /** As `policyDigest` of the file's bytes. */
  export const policyDigest: string;
}

/** A YAML file as text, put into the bundle when it is built. */
declare module "*.yaml?raw" {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: this is the shape that the bundler gives to ?raw
  export default text;
}
