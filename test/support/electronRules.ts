import ts from "typescript";

/**
 * The rules of the Electron security linter "electronegativity" that can be judged from source, with its names, and some of our own. The linter itself
 * is not part of the tests: it asks a server on every run and does not know Electron after version 14.
 */
export interface RuleBreak {
  readonly rule: string;
  readonly line: number;
}

interface Place {
  readonly file: string;
}

/** The property of an object literal, as its source text. */
function written(literal: ts.ObjectLiteralExpression, name: string): string | undefined {
  for (const property of literal.properties) {
    if (property.name?.getText() !== name) continue;
    return ts.isPropertyAssignment(property) ? property.initializer.getText() : property.getText();
  }
  return undefined;
}

const mustStand: Readonly<Record<string, string>> = { sandbox: "true", contextIsolation: "true", nodeIntegration: "false" };
const mustNotStand = [
  "allowRunningInsecureContent",
  "enableBlinkFeatures",
  "experimentalFeatures",
  "enableRemoteModule",
  "nodeIntegrationInWorker",
  "nodeIntegrationInSubFrames",
  "additionalArguments",
  "affinity",
];

/** SANDBOX, CONTEXT_ISOLATION, NODE_INTEGRATION, WEB_SECURITY, INSECURE_CONTENT, BLINK_FEATURES, EXPERIMENTAL_FEATURES, REMOTE_MODULE. */
function windowRules(created: ts.NewExpression): readonly string[] {
  if (!["BrowserWindow", "BrowserView", "WebContentsView"].includes(created.expression.getText())) return [];
  const options = created.arguments?.[0];
  const preferences =
    options && ts.isObjectLiteralExpression(options)
      ? options.properties.find((property) => ts.isPropertyAssignment(property) && property.name.getText() === "webPreferences")
      : undefined;
  if (!preferences || !ts.isPropertyAssignment(preferences) || !ts.isObjectLiteralExpression(preferences.initializer))
    return ["a window names its webPreferences where it is made"];
  const literal = preferences.initializer;
  return [
    ...Object.entries(mustStand).flatMap(([name, value]) => (written(literal, name) === value ? [] : [`a window has ${name}: ${value}`])),
    ...mustNotStand.flatMap((name) => (written(literal, name) === undefined ? [] : [`no window has ${name}`])),
    ...(["true", undefined].includes(written(literal, "webSecurity")) ? [] : ["no window has webSecurity off"]),
    ...(["false", undefined].includes(written(literal, "webviewTag")) ? [] : ["no window has webviewTag on"]),
  ];
}

/** One file may do it, for a reason that stands in docs/security.md. */
const onlyIn: Readonly<Record<string, RegExp>> = {
  "shell.openExternal": /\/opener\.ts$/,
  "contextBridge.exposeInMainWorld": /\/preload\.ts$/,
  "ipcRenderer.invoke": /\/preload\.ts$/,
  "ipcRenderer.on": /\/preload\.ts$/,
  "ipcRenderer.off": /\/preload\.ts$/,
};
const never = [
  "shell.openPath",
  "shell.openItem",
  "ipcRenderer.send",
  "ipcRenderer.sendSync",
  "protocol.registerFileProtocol",
  "protocol.interceptFileProtocol",
  "app.setAsDefaultProtocolClient",
  "document.write",
  "window.open",
];
const neverCalled = new Set([
  "eval",
  "executeJavaScript",
  "executeJavaScriptInIsolatedWorld",
  "insertCSS",
  "setCertificateVerifyProc",
  "loadFile",
  "openDevTools",
  "insertAdjacentHTML",
]);
/** CUSTOM_ARGUMENTS: each switch that is set takes something away from the page, or asks for a plainer way to draw. */
const switches = new Set(["host-resolver-rules", "disable-background-networking", "disable-gpu", "in-process-gpu"]);

function callRules(call: ts.CallExpression, { file }: Place): readonly string[] {
  const name = call.expression.getText();
  const last = name.split(".").at(-1) ?? name;
  const isElsewhere = Object.entries(onlyIn).some(([word, where]) => name.endsWith(word) && !where.test(file));
  const first = call.arguments[0];
  const firstText = first && ts.isStringLiteralLike(first) ? first.text : null;
  return [
    ...(isElsewhere ? [`${name} belongs into one file alone`] : []),
    ...(never.some((word) => name === word || name.endsWith(`.${word}`)) ? [`no ${name}`] : []),
    ...(neverCalled.has(last) ? [`no ${last}`] : []),
    ...(last === "appendSwitch" && (firstText === null || !switches.has(firstText)) ? ["no switch of Chromium but those of the list"] : []),
    ...(last === "on" && firstText === "certificate-error" ? ["no way round a wrong certificate"] : []),
    ...(/^set(Timeout|Interval)$/.test(last) && firstText !== null ? ["no text as code"] : []),
  ];
}

const privileges = new Set(["bypassCSP", "allowServiceWorkers"]);

/** What breaks a rule in one source file of the desktop or of the page. */
export function rulesBroken(file: string, source: string): readonly RuleBreak[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.ESNext, true, file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const broken: RuleBreak[] = [];
  const report = (node: ts.Node, rules: readonly string[]) => {
    const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    for (const rule of rules) broken.push({ rule, line });
  };
  const look = (node: ts.Node): void => {
    if (ts.isNewExpression(node)) report(node, node.expression.getText() === "Function" ? ["no text as code"] : windowRules(node));
    if (ts.isCallExpression(node)) report(node, callRules(node, { file }));
    if (ts.isPropertyAssignment(node) && privileges.has(node.name.getText()) && node.initializer.getText() === "true")
      report(node, [`no scheme has ${node.name.getText()}`]);
    if (ts.isImportDeclaration(node) && /@electron\/remote/.test(node.moduleSpecifier.getText())) report(node, ["no remote module"]);
    if (ts.isJsxAttribute(node) && node.name.getText() === "dangerouslySetInnerHTML") report(node, ["no text as markup"]);
    if (ts.isJsxAttribute(node) && node.name.getText() === "target") report(node, ["no link opens a window"]);
    if (ts.isPropertyAccessExpression(node) && /^(inner|outer)HTML$/.test(node.name.text)) report(node, ["no text as markup"]);
    if (ts.isStringLiteralLike(node) && /^http:\/\//.test(node.text)) report(node, ["no address without TLS"]);
    ts.forEachChild(node, look);
  };
  look(tree);
  return broken;
}
