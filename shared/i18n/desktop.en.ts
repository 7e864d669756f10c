import type { DesktopTexts } from "./desktop.ja.ts";

export const desktopEn: DesktopTexts = {
  "menu.edit": "Edit",
  "menu.undo": "Undo",
  "menu.redo": "Redo",
  "menu.cut": "Cut",
  "menu.copy": "Copy",
  "menu.paste": "Paste",
  "menu.select-all": "Select all",
  "menu.view": "View",
  "menu.zoom-in": "Larger text",
  "menu.zoom-out": "Smaller text",
  "menu.zoom-reset": "Normal size",
  "menu.quit": "Quit Preflight",
  "report.save-title": "Save the report",
  "report.kind.html": "Report (HTML)",
  "report.kind.json": "Report (JSON)",
  "problem.title": "The screen could not be shown",
  "problem.what": "The screen of Preflight stopped working.",
  "problem.kept": "Your check records and exceptions are kept.",
  "problem.do":
    "Open it again with the link below. If this keeps happening, quit Preflight and start it again; if that does not help, contact the helpdesk.",
  "problem.reopen": "Open the screen again",
  "opened-report.what": "A report cannot be opened in this window",
  "opened-report.do":
    "The helpdesk checks whether a report is genuine. Send the report to the helpdesk. There it is checked with “preflight report verify”.",
  "start-failed.title": "Preflight could not start",
  "start-failed.do": "Saved records are untouched. Restart the PC and try again. If this keeps happening, read the following to the helpdesk.",
};
