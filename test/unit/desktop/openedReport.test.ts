import { EventEmitter } from "node:events";
import { describe, expect, it, vi } from "vitest";
import { explainOpenedReports, namesReport } from "../../../electron/desktop/openedReport.ts";

describe("a command line", () => {
  it.each([
    [["preflight", "/home/hana/pc.preflight-report"], true],
    [["C:\\Program Files\\Preflight\\Preflight.exe", "--allow-file-access", "C:\\Users\\花\\PC.PREFLIGHT-REPORT"], true],
    [["preflight"], false],
    [["preflight", "--x=y.preflight-report"], false],
    [["pc.preflight-report"], false],
    [["preflight", "report.html"], false],
  ])("%j names a report: %s", (words, expected) => {
    expect(namesReport(words)).toBe(expected);
  });
});

function opened(words: readonly string[] = ["preflight"]) {
  const app = new EventEmitter();
  const window = Object.assign(new EventEmitter(), { isDestroyed: () => false });
  const dialog = { showMessageBox: vi.fn(async () => ({ response: 0, checkboxChecked: false })) };
  explainOpenedReports({ app: app as never, dialog: dialog as never, text: (key) => key, window: window as never, words });
  return { app, window, dialog };
}

describe("a report that is opened with the app", () => {
  it("is explained by a second start, once", () => {
    const { app, dialog } = opened();
    app.emit("second-instance", {}, ["preflight", "a.preflight-report"]);
    expect(dialog.showMessageBox).toHaveBeenCalledTimes(1);
    expect(dialog.showMessageBox.mock.calls[0]).toMatchObject([{}, { message: "opened-report.what", detail: "opened-report.do" }]);
  });

  it("is explained when the window of the first start has appeared, not before", () => {
    const { window, dialog } = opened(["preflight", "a.preflight-report"]);
    expect(dialog.showMessageBox).not.toHaveBeenCalled();
    window.emit("show");
    expect(dialog.showMessageBox).toHaveBeenCalledTimes(1);
  });

  it("is explained on the Mac, which sends it as an event", () => {
    const { app, dialog } = opened();
    const event = { preventDefault: vi.fn() };
    app.emit("open-file", event, "/Users/hana/a.preflight-report");
    expect(event.preventDefault).toHaveBeenCalled();
    expect(dialog.showMessageBox).toHaveBeenCalledTimes(1);
  });

  it("does not keep a second start without one from bringing the window forward alone", () => {
    const { app, dialog } = opened();
    app.emit("second-instance", {}, ["preflight"]);
    expect(dialog.showMessageBox).not.toHaveBeenCalled();
  });
});
