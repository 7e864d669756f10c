// The least that an Electron window can be: what the bench sets our start and our memory against.
const { app, BrowserWindow } = require("electron");

app.on("window-all-closed", () => app.quit());
app.whenReady().then(() => {
  const webPreferences = { sandbox: true, contextIsolation: true, nodeIntegration: false };
  const window = new BrowserWindow({ width: 1180, height: 800, show: false, webPreferences });
  window.once("ready-to-show", () => window.show());
  window.loadFile("index.html");
});
