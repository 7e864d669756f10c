/** Said when not even the texts could be loaded. */
export const lastResort = {
  ja: "プログラムの一部を読み込めず、続けられませんでした。保存済みの記録はそのままです。インストールし直すか、ヘルプデスクに連絡してください。",
  en: "A part of the program could not be loaded. What was saved is unchanged. Install Preflight again, or contact the helpdesk.",
} as const;
