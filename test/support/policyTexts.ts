import type { Snapshot } from "../../shared/snapshot.ts";

const both = (ja: string, en: string) => ({ ja, en });

/** An invented policy, as far as the screens see it. */
export const policyTexts: Snapshot["policyTexts"] = {
  risks: {
    malware: {
      title: both("マルウェア感染", "Malware"),
      scenario: both("古いままの PC が乗っ取られ、機密情報が盗まれます。", "An outdated PC is taken over and confidential data is stolen."),
    },
    loss: {
      title: both("紛失・盗難", "Loss and theft"),
      scenario: both("貸与した PC をなくし、中の情報が漏れます。", "A lent PC is lost and the data on it leaks."),
    },
    eavesdropping: {
      title: both("盗聴", "Eavesdropping"),
      scenario: both(
        "攻撃者が置いた公衆 Wi-Fi で、パスワードやメールを読まれます。",
        "On a public Wi-Fi set up by an attacker, passwords and mail are read.",
      ),
    },
    intrusion: {
      title: both("不正アクセス", "Intrusion"),
      scenario: both("画面をのぞかれて ID を知られ、社内に入り込まれます。", "Somebody looks over the shoulder, learns an ID and gets in."),
    },
    "external-service": {
      title: both("外部サービス", "External services"),
      scenario: both("取引先の情報が SNS に書き込まれます。", "News about a customer is posted where others can read it."),
    },
    "human-error": {
      title: both("うっかりミス", "Human error"),
      scenario: both("共用の PC に機密ファイルが残ります。", "Confidential files stay on a shared PC."),
    },
  },
  informationClasses: {
    public: { title: both("公開", "Public"), telework: "allowed" },
    internal: { title: both("社外秘", "Internal"), telework: "allowed" },
    confidential: { title: both("機密", "Confidential"), telework: "allowed" },
    restricted: { title: both("持ち出し禁止", "Restricted"), telework: "forbidden" },
  },
  methods: {
    "remote-desktop": {
      title: both("リモートデスクトップ", "Remote desktop"),
      dataOnDevice: false,
      environment: both("会社と同じ", "Same as the office"),
    },
    "virtual-desktop": { title: both("仮想デスクトップ", "Virtual desktop"), dataOnDevice: false, environment: both("専用", "Its own") },
    "cloud-app": { title: both("クラウド型アプリ", "Cloud app"), dataOnDevice: true, environment: both("アプリごと", "Per app") },
    "secure-browser": { title: both("セキュアブラウザ", "Secure browser"), dataOnDevice: false, environment: both("ブラウザのみ", "Browser only") },
    "app-wrapping": { title: both("アプリケーションラッピング", "App wrapping"), dataOnDevice: false, environment: both("専用", "Its own") },
    "take-home-pc": { title: both("会社 PC の持ち帰り", "Take-home PC"), dataOnDevice: true, environment: both("会社と同じ", "Same as the office") },
  },
  measures: [{ id: "vpn-use", risk: "eavesdropping", group: "technology", title: both("VPN", "VPN"), answer: [{ by: "checks", checks: ["vpn"] }] }],
  contacts: [],
  activities: [
    {
      id: "customer-data",
      title: both("顧客情報の取り扱い", "Work with customer data"),
      class: "confidential",
      method: "remote-desktop",
      startable: false,
    },
    { id: "mail", title: both("社内システム・メール", "Company systems and mail"), class: "internal", method: "cloud-app", startable: false },
    { id: "public-docs", title: both("公開資料の作成", "Writing public material"), class: "public", method: "take-home-pc", startable: false },
  ],
  exceptions: { minReasonLength: 20, maxDays: 14, needApproval: true, mayCoverUnknown: true, approvalBy: ["employee"] },
  conduct: [],
  desktop: { startAtLogin: "person", blockScreen: "off" },
};
