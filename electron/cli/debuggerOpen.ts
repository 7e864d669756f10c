/** Said before the language is known. */
export const debuggerOpen = {
  ja: "デバッガーが開いているため、実行しません。この PC のほかの利用者から操作されるおそれがあります。環境変数 NODE_OPTIONS を空にして、もう一度実行してください。",
  en: "A debugger is open in this program, so nothing is run: other users of this PC could steer it. Empty the environment variable NODE_OPTIONS and run it again.",
} as const;
