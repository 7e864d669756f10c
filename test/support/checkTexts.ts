import type { Language } from "../../shared/message.ts";

const ja: Readonly<Record<string, string>> = {
  "check.wifi-security.title": "Wi-Fi の暗号化",
  "check.wifi-security.why": "暗号化されていない Wi-Fi では、近くにいる人に通信を読まれるおそれがあります。",
  "check.wifi-security.open": "「{{ssid}}」は{{security}}の Wi-Fi です。",
  "check.wifi-security.remedy.switch.linux":
    "Wi-Fi の一覧から、会社か自宅のネットワークを選びます。\nほかに無いときは、スマートフォンのテザリングに切り替えます。",
  "check.vpn.title": "VPN 接続",
  "check.vpn.why": "会社の VPN を通さない通信は、途中の回線で読まれるおそれがあります。",
  "check.vpn.down": "VPN につながっていません。",
  "check.vpn.remedy.connect.linux": "会社の VPN アプリを開いて接続します。\n「接続済み」と表示されたら、この項目を再点検します。",
  "check.updates.title": "OS の更新",
  "check.updates.why": "更新していない PC は、知られた弱点から乗っ取られるおそれがあります。",
  "check.updates.pending": "安全のための更新が {{count}} 件、まだ入っていません。",
  "check.updates.remedy.update.linux": "「ソフトウェアの更新」を開き、すべて入れます。\n求められたら再起動します。",
  "check.firewall.title": "ファイアウォール",
  "check.firewall.why": "外からの接続を止める仕組みがないと、同じ回線の人に入り込まれるおそれがあります。",
  "check.screen-lock.title": "画面ロック",
  "check.screen-lock.locks": "操作しないと {{minutes}} 分で画面がロックされます。",
  "check.disk-encryption.title": "ディスクの暗号化",
  "check.screen-privacy.title": "画面をのぞかれない場所にいる",
  "check.screen-privacy.why": "うしろを通る人に、ID や顧客の情報を見られるおそれがあります。",
  "check.screen-privacy.missing": "まだ答えていません。",
  "check.own-pc.title": "自分に貸与された PC を使っている",
  "check.own-pc.yes": "「はい」と答えています。",
  "check.rules-read.title": "社内ルールを読んだ",
  "check.rules-read.yes": "「はい」と答えています。",
};
const en: Readonly<Record<string, string>> = {
  "check.wifi-security.title": "Wi-Fi encryption",
  "check.wifi-security.why": "On a Wi-Fi without encryption, people nearby may read your traffic.",
  "check.wifi-security.open": "“{{ssid}}” is a Wi-Fi with {{security}}.",
  "check.wifi-security.remedy.switch.linux":
    "Choose your company's or your home network in the list.\nIf there is none, use the tethering of your phone.",
  "check.vpn.title": "VPN",
  "check.vpn.why": "Traffic that does not go through the company VPN may be read on its way.",
  "check.vpn.down": "The VPN is not connected.",
  "check.vpn.remedy.connect.linux": "Open your company's VPN app and connect.\nWhen it says that it is connected, check this item again.",
  "check.updates.title": "OS updates",
  "check.updates.why": "A PC without updates can be taken over through weaknesses that are known.",
  "check.updates.pending": "Security updates not installed yet: {{count}}.",
  "check.updates.remedy.update.linux": "Open Software Updates and install all of them.\nRestart when asked.",
  "check.firewall.title": "Firewall",
  "check.firewall.why": "Without anything that stops connections from outside, people on the same network may get in.",
  "check.screen-lock.title": "Screen lock",
  "check.screen-lock.locks": "The screen locks after {{minutes}} min without input.",
  "check.disk-encryption.title": "Disk encryption",
  "check.screen-privacy.title": "Nobody can look at my screen",
  "check.screen-privacy.why": "People who pass behind you may see an ID or customer data.",
  "check.screen-privacy.missing": "Not answered yet.",
  "check.own-pc.title": "I use the PC that was lent to me",
  "check.own-pc.yes": "Answered “yes”.",
  "check.rules-read.title": "I have read the company rules",
  "check.rules-read.yes": "Answered “yes”.",
};

/** Texts of the invented checks of `snapshots.ts`, as "texts.get" answers them. */
export const checkTexts: { readonly [L in Language]: Readonly<Record<string, string>> } = { ja, en };
