/** What `npm start` and the browser host say in the terminal. */
export const browserJa = {
  "because.no-display": "この環境には画面がないため、ウィンドウの代わりにブラウザーで表示します。",
  "because.no-runtime": "Electron をダウンロードできないため、ウィンドウの代わりにブラウザーで表示します。",
  "because.root": "管理者（root）ではウィンドウを安全に開けないため、ブラウザーで表示します。",
  "because.window-failed": "ウィンドウを開けなかったため、ブラウザーで表示します。",
  "because.asked": "ブラウザーで表示します。",
  address: "アドレス（この PC の中だけで開けます。一度だけ使えます。ほかの人に見せないでください）:",
  "address.again": "画面を開きました。閉じたあとでもう一度開くときは、次のアドレスを使ってください（前のアドレスは使えません）:",
  "how-to-end": "終わるときは Ctrl+C を押してください。",
  checking: "点検しています。",
  "verdict.stop": "始められない業務があります。理由と直し方はアドレスの画面で確認してください。",
  "verdict.caution": "注意が必要な項目があります。アドレスの画面で確認してください。",
  "verdict.go": "業務を始められます。",
  "verdict.none": "点検を終えられませんでした。アドレスの画面でもう一度点検してください。",
  "findings.none": "直すことはありません。",
  ended: "Preflight を終了しました。",
} as const;

export type BrowserTexts = { readonly [K in keyof typeof browserJa]: string };
