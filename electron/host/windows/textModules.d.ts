declare module "*.ps1?raw" {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: how the bundler hands over a text
  export default text;
}
