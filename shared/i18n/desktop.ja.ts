/** What the desktop shell itself says: menu, dialogs, and the page for when the screen has failed. */
export const desktopJa = {
  "menu.edit": "編集",
  "menu.undo": "元に戻す",
  "menu.redo": "やり直す",
  "menu.cut": "切り取り",
  "menu.copy": "コピー",
  "menu.paste": "貼り付け",
  "menu.select-all": "すべて選択",
  "menu.view": "表示",
  "menu.zoom-in": "文字を大きく",
  "menu.zoom-out": "文字を小さく",
  "menu.zoom-reset": "標準の大きさ",
  "menu.quit": "Preflight を終了",
  "report.save-title": "報告書の保存",
  "report.kind.html": "報告書（HTML）",
  "report.kind.json": "報告書（JSON）",
  "problem.title": "画面を表示できませんでした",
  "problem.what": "Preflight の画面が途中で止まりました。",
  "problem.kept": "点検の記録と例外は保存されています。",
  "problem.do":
    "下のリンクから開き直してください。続くときは、Preflight を終了してもう一度始め、それでも直らなければヘルプデスクに連絡してください。",
  "problem.reopen": "画面を開き直す",
  "opened-report.what": "報告書は、この画面では開けません",
  "opened-report.do":
    "報告書が本物かどうかは、ヘルプデスクが確かめます。受け取った報告書はヘルプデスクに送ってください。ヘルプデスクでは「preflight report verify」で確かめられます。",
  "start-failed.title": "Preflight を始められませんでした",
  "start-failed.do":
    "保存した記録はそのまま残っています。PC を再起動してもう一度始めてください。続くときは、次の内容をヘルプデスクに伝えてください。",
} as const;

export type DesktopTexts = { readonly [K in keyof typeof desktopJa]: string };
