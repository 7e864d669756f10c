/** Notifications of the OS. Short: some show two lines. */
export const notifyJa = {
  "notify.title.stop.all": "いまは、どの業務も始められません",
  "notify.title.stop.some": "始められなくなった業務があります",
  "notify.title.caution": "注意が必要な業務があります",
  "notify.title.failed": "点検できませんでした",
  "notify.because.time": "点検の有効期限が過ぎたため、点検しなおしました。",
  "notify.because.network": "ネットワークが変わったため、点検しなおしました。",
  "notify.because.vpn": "VPN が切れたため、点検しなおしました。",
  "notify.because.resume": "PC がスリープから戻ったため、点検しなおしました。",
  "notify.because.unlock": "画面が長くロックされていたため、点検しなおしました。",
  "notify.because.policy": "会社のポリシーが変わったため、点検しなおしました。",
  "notify.activities.stop": "始められない業務: {{titles}}",
  "notify.activities.caution": "注意する業務: {{titles}}",
  "notify.and": "、",
  "notify.more": "{{titles}}、ほか {{count}} 件",
  "notify.do": "Preflight を開いて、することを確かめてください。",
  "notify.do.failed": "いまの判定はありません。Preflight を開いて、もう一度点検してください。",
} as const;

export type NotifyTexts = { readonly [K in keyof typeof notifyJa]: string };
