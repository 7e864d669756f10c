import type { Lesson } from "./lesson.ts";

export const loss: Lesson = {
  id: "loss",
  title: { ja: "PC をなくさない、なくしたときに慌てない", en: "Not losing the PC, and what to do if you do" },
  picture: {
    ja: "電車の座席に PC のかばんが忘れられています。右の PC は鍵がかかっていて読めず、その横に、すぐ電話する人がいます。",
    en: "A bag with a PC has been left on a train seat. On the right the PC is locked and cannot be read, and beside it somebody is making a call at once.",
  },
  sections: [
    {
      heading: { ja: "何が起こるか", en: "What can happen" },
      text: {
        ja: "PC は、置き忘れと置き引きでなくなります。困るのは機械の値段より、中のデータと、そこから入れる社内のシステムです。拾った人が読めれば、お客さまの情報まで漏れます。",
        en: "PCs are forgotten or stolen. What hurts is less the price of the machine than the data on it and the company systems it opens. If the finder can read it, customers' data leak as well.",
      },
    },
    {
      heading: { ja: "持ち歩くとき", en: "On the way" },
      text: {
        ja: "網棚や足元に置かず、体から離しません。車の中に残しません。お酒の席に持っていく予定なら、持ち出さない日にします。店で席を立つときは、PC も一緒です。",
        en: "Keep it on you, not on the rack or at your feet. Do not leave it in a car. If the evening may end in a bar, leave it at home. When you get up in a café, take it along.",
      },
    },
    {
      heading: { ja: "なくしても読めないように", en: "Unreadable when lost" },
      text: {
        ja: "ディスクの暗号化と画面のロックが効いていれば、拾った人には読めません。パスワードを書いた紙を PC と一緒に持たないことも大切です。データは、できるだけ PC に残しません。",
        en: "With an encrypted disk and a locked screen the finder reads nothing. Do not carry a note of the password with the PC. Keep as little data on it as you can.",
      },
    },
    {
      heading: { ja: "なくしたら", en: "When it is gone" },
      text: {
        ja: "探すより先に、会社の窓口に連絡します。早ければ、アカウントを止めたり、遠くから中身を消したりできます。電話番号は「紛失・盗難」の画面にあります。PC がなくても見られるよう、印刷して財布に入れておきます。",
        en: "Tell your company first, then search. If it is early, accounts can be closed and the PC wiped from afar. The number is on the screen “Loss or theft”. Print it and keep it in your wallet: the PC will not be there to look it up.",
      },
    },
  ],
  questions: [
    {
      ask: {
        ja: "夜の 10 時、電車に PC を忘れたと気づきました。まず何をしますか。",
        en: "At ten in the evening you notice that the PC was left on the train. What comes first?",
      },
      options: [
        {
          text: { ja: "見つかるかもしれないので、翌朝まで待つ", en: "Wait until the morning, it may turn up" },
          right: false,
          why: {
            ja: "一晩あれば、だれかが中を試せます。見つかったときに「見つかりました」と知らせればよいのです。",
            en: "One night is enough for somebody to try. If it turns up, you can still say so.",
          },
        },
        {
          text: { ja: "すぐに会社の窓口へ電話し、それから駅に問い合わせる", en: "Call your company at once, then ask the railway" },
          right: true,
          why: {
            ja: "そのとおりです。会社が先にアカウントを止めれば、社内には入れません。",
            en: "Right. Once the accounts are closed, nobody gets into the company.",
          },
        },
        {
          text: { ja: "自分で駅を回って探し、見つからなければ連絡する", en: "Search the stations, and call if it stays missing" },
          right: false,
          why: {
            ja: "探している間も、社内への入り口は開いたままです。連絡は数分で済みます。",
            en: "While you search, the way into the company stays open. The call takes minutes.",
          },
        },
      ],
    },
    {
      ask: { ja: "喫茶店で仕事中に、飲み物を取りに行きます。PC はどうしますか。", en: "You work in a café and fetch a drink. What about the PC?" },
      options: [
        {
          text: { ja: "画面をロックして、机に置いていく", en: "Lock the screen and leave it on the table" },
          right: false,
          why: {
            ja: "ロックは中身を守りますが、PC そのものは持っていかれます。",
            en: "The lock guards what is in it, but the PC itself can be taken.",
          },
        },
        {
          text: { ja: "隣の人に見ていてもらう", en: "Ask your neighbour to watch it" },
          right: false,
          why: { ja: "知らない人に預けるのは、置いていくのと同じです。", en: "Handing it to a stranger is the same as leaving it." },
        },
        {
          text: { ja: "持っていく", en: "Take it along" },
          right: true,
          why: { ja: "そのとおりです。短い間でも、体から離しません。", en: "Right. Not even for a moment out of reach." },
        },
      ],
    },
    {
      ask: { ja: "拾った人に中を読まれないために、いちばん効くのはどれですか。", en: "What best keeps a finder from reading the PC?" },
      options: [
        {
          text: { ja: "ディスクの暗号化と、本人だけが知るパスワード", en: "An encrypted disk and a password that only you know" },
          right: true,
          why: {
            ja: "そのとおりです。ディスクを取り外されても読めません。",
            en: "Right. Not even taking the disk out helps then.",
          },
        },
        {
          text: { ja: "ファイルを深いフォルダーにしまう", en: "Keeping files in a deep folder" },
          right: false,
          why: {
            ja: "検索すればすぐに見つかります。隠すことは、守ることになりません。",
            en: "A search finds them at once. Hidden is not protected.",
          },
        },
        {
          text: { ja: "PC に「社外秘」のシールを貼る", en: "A sticker that says “confidential”" },
          right: false,
          why: {
            ja: "シールは大事なものだと知らせるだけで、読むことを止めません。",
            en: "It only tells the finder that this is worth reading.",
          },
        },
      ],
    },
  ],
};
