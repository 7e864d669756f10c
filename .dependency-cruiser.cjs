// The import table of docs/architecture.md, as rules. One line there, one rule here.
const electronOrReact = "^electron$|node_modules/(electron|react|react-dom|zustand|react-i18next)/";
const npm = ["npm", "npm-dev", "npm-optional", "npm-peer", "npm-no-pkg"];
const rule = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

module.exports = {
  forbidden: [
    rule("no-cycles", "a cycle means that two files have one reason to change", {}, { circular: true }),
    rule("no-unresolved", "an import that resolves to nothing", {}, { couldNotResolve: true, pathNot: "^electron$|\\?raw$" }),
    rule("shared-is-the-bottom", "shared/ imports shared/ and zod", { path: "^shared/" }, { path: "^(electron|renderer|build|test)/" }),
    rule("shared-no-node", "shared/ runs in the renderer too", { path: "^shared/" }, { dependencyTypes: ["core"] }),
    rule("shared-only-zod", "shared/ imports no package but zod", { path: "^shared/" }, { dependencyTypes: npm, pathNot: "node_modules/zod/" }),
    rule("checks-are-pure", "checks see facts, never the machine", { path: "^electron/checks/" }, { path: "^electron/(?!checks/)|^renderer/" }),
    rule("checks-no-node", "checks have no clock, no random, no file", { path: "^electron/checks/" }, { dependencyTypes: ["core"] }),
    rule(
      "checks-only-zod",
      "checks import no package but zod",
      { path: "^electron/checks/" },
      { dependencyTypes: npm, pathNot: "node_modules/zod/" },
    ),
    rule(
      "probes-through-the-host",
      "probes import the host's port and decoders only",
      { path: "^electron/probes/" },
      {
        path: "^electron/(?!probes/|host/(host|notRecorded|recording|decode|commands|commands/[A-Za-z]+|windows/[A-Za-z]+)\\.ts$)|^renderer/",
      },
    ),
    ...["windows", "macos", "linux"].map((os) =>
      rule(
        `probes-apart-${os}`,
        "what two systems share lies in probes/common",
        { path: `^electron/probes/${os}/` },
        { path: `^electron/probes/(?!${os}/)(windows|macos|linux)/` },
      ),
    ),
    rule("probes-no-node", "probes touch the machine through the host", { path: "^electron/probes/" }, { dependencyTypes: ["core"] }),
    rule(
      "probes-adapters",
      "the only package that probes adapt",
      { path: "^electron/probes/" },
      { dependencyTypes: npm, pathNot: "node_modules/(systeminformation|zod)/" },
    ),
    rule(
      "one-place-executes",
      "nothing but the host starts a process or opens a connection",
      {
        path: "^(electron|shared|renderer)/",
        pathNot: "^electron/host/(runProcess|ways|networkQuestions|monitorProcess|startProgram|handOver)\\.ts$",
      },
      {
        path: "^(node:)?(child_process|dgram|tls)$",
      },
    ),
    rule(
      "host-is-used-by-roots",
      "only composition roots make the real host",
      { path: "^electron/", pathNot: "^electron/(desktop|browser|cli|host)/" },
      { path: "^electron/host/nodeHost\\.ts$" },
    ),
    rule(
      "services-know-no-door",
      "services serve every door",
      { path: "^electron/services/" },
      { path: "^electron/(desktop|browser|cli|ipc)/|^renderer/" },
    ),
    rule("services-no-electron", "services run in plain Node", { path: "^electron/(services|ipc|host|cli|browser)/" }, { path: electronOrReact }),
    rule("doors-apart-desktop", "doors do not import each other", { path: "^electron/desktop/" }, { path: "^electron/(browser|cli)/" }),
    rule("doors-apart-browser", "doors do not import each other", { path: "^electron/browser/" }, { path: "^electron/(desktop|cli)/" }),
    rule("doors-apart-cli", "doors do not import each other", { path: "^electron/cli/" }, { path: "^electron/(desktop|browser)/" }),
    rule(
      "preload-is-thin",
      "a sandboxed preload is one small file",
      { path: "^electron/desktop/preload\\.ts$" },
      {
        pathNot: "^electron$|node_modules/electron/|^shared/ipc/channels\\.ts$|^shared/ipc/contract\\.ts$",
      },
    ),
    rule("renderer-is-a-page", "the renderer imports shared/ and its own", { path: "^renderer/" }, { path: "^(electron|build|test)/" }),
    rule("renderer-no-node", "the renderer is a page", { path: "^renderer/" }, { dependencyTypes: ["core"] }),
    rule("nothing-imports-tests", "tests import the product, not the reverse", { path: "^(electron|renderer|shared|build)/" }, { path: "^test/" }),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default", "types"] },
  },
};
