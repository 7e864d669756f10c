/** A YAML file as text, put into the bundle when it is built. */
declare module "*.yaml?raw" {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: this is the shape that the bundler gives to ?raw
  export default text;
}
