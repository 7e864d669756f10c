import type { Lesson } from "./lesson.ts";

export const externalService: Lesson = {
  id: "external-service",
  title: { ja: "書く前に、だれが読めるかを見る", en: "Who can read what you write" },
  picture: {
    ja: "1 つの吹き出しが、社内の小さな輪と、会社の外の大きな輪の両方に届いています。外の輪には知らない人がたくさんいます。",
    en: "One speech bubble reaches a small circle inside the company and a large one outside of it, where there are many strangers.",
  },
  sections: [
    {
      heading: { ja: "何が起こるか", en: "What can happen" },
      text: {
        ja: "お客さまの新しい計画を、便利なメッセージサービスに書いたとします。その部屋に社外の人がいれば、その時点で漏れています。SNS の「友達だけ」も、1 人が写せば広がり、取り消せません。",
        en: "Say you write about a customer's plans in a handy chat. If one person in that room is from outside, it has leaked. “Friends only” on a social network ends with one copy, and cannot be taken back.",
      },
    },
    {
      heading: { ja: "読める人を確かめる", en: "See who is in the room" },
      text: {
        ja: "送る前に、部屋の参加者と共有の範囲を見ます。「リンクを知っている全員」は、世界中の人という意味です。宛先が自動で入力されたら、1 人ずつ確かめます。",
        en: "Before you send, look at who is in the room and how far a file is shared. “Anyone with the link” means the world. When addresses fill in by themselves, check each.",
      },
    },
    {
      heading: { ja: "会社が認めたサービスを使う", en: "Use what your company permits" },
      text: {
        ja: "便利でも、会社が認めていない翻訳、ファイル共有、AI のサービスに仕事の文章を入れません。入れた文章は相手の会社に残り、ほかに使われることがあります。必要なときは、先に相談します。",
        en: "However handy: put no text of your work into translation, file or AI services that your company has not permitted. It stays with their company and may be used. If you need one, ask first.",
      },
    },
    {
      heading: { ja: "仕事のことを SNS に書かない", en: "No work on social networks" },
      text: {
        ja: "会社名を出さなくても、場所と時間と話題を合わせれば分かります。机の写真に写った画面や付せんにも気をつけます。",
        en: "Even without names, place, time and topic tell who is meant. Mind what a photo of your desk shows: the screen, a note.",
      },
    },
  ],
  questions: [
    {
      ask: {
        ja: "社外の人もいるチャットの部屋に、お客さまの未発表の話を書きかけました。",
        en: "You are about to write unpublished news of a customer in a room with people from outside.",
      },
      options: [
        {
          text: { ja: "名前を伏せて書く", en: "Write it without the name" },
          right: false,
          why: { ja: "話の中身や時期から、だれのことか分かります。", en: "Topic and time tell who is meant." },
        },
        {
          text: { ja: "書かずに、社内だけの部屋で話す", en: "Do not; use a room for your company alone" },
          right: true,
          why: { ja: "そのとおりです。読める人を確かめてから書きます。", en: "Right. First see who can read it." },
        },
        {
          text: { ja: "書いて、すぐに消す", en: "Write it and delete it at once" },
          right: false,
          why: {
            ja: "通知や写しが残ります。送ったものは、戻せないと考えます。",
            en: "Notices and copies remain. What was sent cannot be taken back.",
          },
        },
      ],
    },
    {
      ask: {
        ja: "社外秘の資料を急いで英語にしたいとき、どうしますか。",
        en: "You need an internal document in English, quickly.",
      },
      options: [
        {
          text: { ja: "検索で見つけた無料の翻訳サイトに貼り付ける", en: "Paste it into a free translation site" },
          right: false,
          why: { ja: "資料の文章が、そのサイトの会社に渡ります。", en: "That hands the text to the company behind the site." },
        },
        {
          text: { ja: "自分の個人のメールに送り、家の PC で訳す", en: "Mail it to your private address and translate at home" },
          right: false,
          why: {
            ja: "個人のメールと PC は、会社が守っている範囲の外です。",
            en: "Your private mail and PC are outside of what the company protects.",
          },
        },
        {
          text: { ja: "会社が認めた翻訳サービスを使うか、上司に相談する", en: "Use a permitted service, or ask your manager" },
          right: true,
          why: { ja: "そのとおりです。認められたものがないときは、相談すれば道が見つかります。", en: "Right. If there is none, asking finds a way." },
        },
      ],
    },
    {
      ask: {
        ja: "ファイルの共有で「リンクを知っている全員が見られます」と出ました。これはどういう意味ですか。",
        en: "Sharing a file, you see “anyone with the link can view”. What does it mean?",
      },
      options: [
        {
          text: { ja: "リンクが渡れば、社外の人でも見られる", en: "Whoever gets the link can see it, also outside" },
          right: true,
          why: { ja: "そのとおりです。相手を名前で選ぶ設定に変えます。", en: "Right. Choose the people by name instead." },
        },
        {
          text: { ja: "会社の全員だけが見られる", en: "All of the company, and nobody else" },
          right: false,
          why: { ja: "「全員」に、会社の内と外の区別はありません。", en: "“Anyone” knows no inside and outside." },
        },
        {
          text: { ja: "リンクを送った相手だけが見られる", en: "Only the person you send it to" },
          right: false,
          why: { ja: "リンクは転送できます。転送された人も見られます。", en: "A link can be passed on, and works for them as well." },
        },
      ],
    },
  ],
};
