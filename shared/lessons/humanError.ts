import type { Lesson } from "./lesson.ts";

export const humanError: Lesson = {
  id: "human-error",
  title: { ja: "うっかりを減らす、すぐに知らせる", en: "Fewer slips, and telling at once" },
  picture: {
    ja: "家族が使う PC に会社のファイルが残っています。その横では、仕事用の PC の前で、送る前に宛先を指さして確かめています。",
    en: "A company file is left on the PC that the family uses. Beside it, at the PC for work, somebody checks the address with a finger before sending.",
  },
  sections: [
    {
      heading: { ja: "何が起こるか", en: "What can happen" },
      text: {
        ja: "事故の多くは、悪気のないうっかりから始まります。家族と共用の PC で仕事をしてファイルを残す、宛先を間違える、急いで規則を飛ばす。だれにでも起こります。",
        en: "Most accidents begin as a slip: working on the family's PC and leaving a file, a wrong address, a rule skipped in haste. It happens to everybody.",
      },
    },
    {
      heading: { ja: "仕事は仕事用の PC で", en: "Work on the PC for work" },
      text: {
        ja: "会社から借りた PC か、会社が認めた PC だけを使います。その PC は、家族にも貸しません。共用の PC や店の PC では、メールを見るだけでも跡が残ります。",
        en: "Use only the PC that was lent to you or permitted. Lend it to nobody, not to family. On a shared PC even reading mail leaves traces.",
      },
    },
    {
      heading: { ja: "送る前に 5 秒", en: "Five seconds before sending" },
      text: {
        ja: "宛先、添付、内容の順に見ます。急いでいるとき、疲れているときほど間違えます。大事なものは、書いた人と送る人を分けるか、時間を置いて送ります。",
        en: "Address, attachment, content, in this order. Haste and tiredness make mistakes. Let somebody else send what matters, or send it later.",
      },
    },
    {
      heading: { ja: "間違えたら、すぐに言う", en: "If it happened, say so at once" },
      text: {
        ja: "早く知らせるほど、被害は小さくなります。このアプリの「止まれ」も、あなたを責めるものではありません。規則どおりにできないときは、こっそり避けずに例外を申請します。",
        en: "The sooner it is known, the smaller the harm. Nor does a stop in this app blame you. If you cannot keep a rule, do not get round it in secret: request an exception.",
      },
    },
  ],
  questions: [
    {
      ask: {
        ja: "会社の PC が遅いので、家族と共用の PC で資料を仕上げたくなりました。",
        en: "The company's PC is slow, and you would like to finish on the family's PC.",
      },
      options: [
        {
          text: { ja: "終わったらファイルを消すので、使ってよい", en: "Fine, you delete the file afterwards" },
          right: false,
          why: { ja: "消しても、一時ファイルや履歴、クラウドの写しが残ります。", en: "Temporary files, history and cloud copies stay behind." },
        },
        {
          text: { ja: "家族だけなので、使ってよい", en: "Fine, it is only family" },
          right: false,
          why: {
            ja: "家族に悪気がなくても、見たり送ったりしてしまうことがあります。会社の守りも入っていません。",
            en: "Family may see it or send it on without meaning to, and your company's protection is missing there.",
          },
        },
        {
          text: { ja: "会社の PC で続け、遅いことをヘルプデスクに相談する", en: "Stay on the company's PC and tell the helpdesk" },
          right: true,
          why: { ja: "そのとおりです。困りごとは、相談すれば直せます。", en: "Right. What is reported can be repaired." },
        },
      ],
    },
    {
      ask: {
        ja: "お客さまの一覧を、別の会社の人に送ってしまいました。",
        en: "You have sent a list of customers to somebody of another company.",
      },
      options: [
        {
          text: { ja: "すぐに上司とヘルプデスクに知らせる", en: "Tell your manager and the helpdesk at once" },
          right: true,
          why: {
            ja: "そのとおりです。早ければ、相手に消してもらうこともできます。",
            en: "Right. While it is early, the other side can be asked to delete it.",
          },
        },
        {
          text: { ja: "自分で相手に「消してください」と頼んで終わりにする", en: "Ask the receiver to delete it, and leave it there" },
          right: false,
          why: {
            ja: "お客さまへの連絡など、会社がすべきことがあります。1 人で片づけません。",
            en: "There are things your company must do, such as telling the customers. Do not settle it alone.",
          },
        },
        {
          text: { ja: "気づかれるまで黙っている", en: "Wait until somebody notices" },
          right: false,
          why: { ja: "時間がたつほど、広がり、取り返しがつかなくなります。", en: "With time it spreads and cannot be repaired." },
        },
      ],
    },
    {
      ask: {
        ja: "このアプリが「止まれ」を出しました。でも、今日中の仕事があります。",
        en: "This app says stop, but there is work to be done today.",
      },
      options: [
        {
          text: { ja: "アプリを閉じて、そのまま仕事をする", en: "Close the app and work anyway" },
          right: false,
          why: { ja: "危険はそのままで、だれもそれを知りません。", en: "The danger stays, and nobody knows of it." },
        },
        {
          text: { ja: "直し方に沿って直し、無理なら例外を申請する", en: "Follow the steps, and request an exception if they fail" },
          right: true,
          why: { ja: "そのとおりです。始められる業務は、その間も続けられます。", en: "Right. Meanwhile the activities that may start can go on." },
        },
        {
          text: { ja: "自分の個人の PC で仕事をする", en: "Work on your private PC" },
          right: false,
          why: { ja: "会社の守りがない PC では、もっと危険になります。", en: "Without your company's protection that is more dangerous still." },
        },
      ],
    },
  ],
};
