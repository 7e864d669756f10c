import type { Lesson } from "./lesson.ts";

export const eavesdropping: Lesson = {
  id: "eavesdropping",
  title: { ja: "盗み聞きされない通信", en: "Networks that listen in" },
  picture: {
    ja: "喫茶店の PC から 2 本の道が出ています。上の道は偽の Wi-Fi を通り、中身を見られています。下の道は VPN の筒の中を通り、会社に届いています。",
    en: "Two ways lead from a PC in a café. The upper one passes a false Wi-Fi where it is read. The lower one runs inside the pipe of a VPN and reaches the company.",
  },
  sections: [
    {
      heading: { ja: "何が起こるか", en: "What can happen" },
      text: {
        ja: "公衆の Wi-Fi では、同じ電波を知らない人も受けています。攻撃者が、店と同じ名前の Wi-Fi を用意することもできます。そこにつなぐと、通信の行き先をすり替えられ、パスワードやメールを読まれるおそれがあります。",
        en: "On a public Wi-Fi strangers share the air with you. An attacker can also set up a Wi-Fi with the name of the café. Once you are on it, your traffic may be led astray, and passwords and mail may be read.",
      },
    },
    {
      heading: { ja: "名前と鍵マークでは分からない", en: "A name and a lock prove nothing" },
      text: {
        ja: "Wi-Fi の名前は、だれでも付けられます。パスワードがあっても、店に書いてあるなら全員が知っています。「前にも使ったから大丈夫」とも言えません。",
        en: "Anybody can give a Wi-Fi any name. A password that hangs on the wall is known to all. And that it worked last time proves nothing for today.",
      },
    },
    {
      heading: { ja: "できること", en: "What you can do" },
      text: {
        ja: "公衆 Wi-Fi は、原則として使いません。外では、自分のスマートフォンのテザリングを使います。やむをえないときは、会社の VPN をつないでから仕事を始め、機密の業務はしません。個人で入れた無料の VPN は、会社の VPN の代わりになりません。",
        en: "In principle use no public Wi-Fi. Outside, use the hotspot of your own phone. If there is no other way, connect your company's VPN before you work, and do nothing confidential. A free VPN of your own does not replace your company's.",
      },
    },
    {
      heading: { ja: "警告が出たら", en: "When a warning appears" },
      text: {
        ja: "ブラウザーが「安全ではありません」と警告したら、先へ進まず、通信を切ります。間にだれかがいるしるしかもしれません。",
        en: "If the browser warns that a page is not safe, do not go on: disconnect. It may be the sign of somebody in between.",
      },
    },
  ],
  questions: [
    {
      ask: {
        ja: "駅で、急ぎの社外秘のメールを送ります。どうつなぎますか。",
        en: "At a station you must send an internal mail. How do you connect?",
      },
      options: [
        {
          text: { ja: "パスワードなしの無料 Wi-Fi につなぐ", en: "By the free Wi-Fi without a password" },
          right: false,
          why: { ja: "暗号化のない Wi-Fi は、周りの人が電波を読めます。", en: "Without encryption everybody around can read the radio." },
        },
        {
          text: { ja: "自分のスマートフォンのテザリングでつなぎ、会社の VPN を使う", en: "By the hotspot of your phone, with your company's VPN" },
          right: true,
          why: {
            ja: "そのとおりです。相手の分かる回線と、会社の VPN の組み合わせです。",
            en: "Right. A link whose owner you know, and your company's VPN on it.",
          },
        },
        {
          text: { ja: "壁にパスワードが貼ってある Wi-Fi につなぐ", en: "By the Wi-Fi whose password is on the wall" },
          right: false,
          why: {
            ja: "だれでも知っているパスワードは、鍵をかけたことになりません。",
            en: "A password that all know locks nothing.",
          },
        },
      ],
    },
    {
      ask: {
        ja: "いつもの喫茶店の名前の Wi-Fi が、今日は 2 つ見えます。",
        en: "Today you see two Wi-Fi networks with the name of your usual café.",
      },
      options: [
        {
          text: { ja: "電波の強いほうにつなぐ", en: "Take the stronger one" },
          right: false,
          why: {
            ja: "近くに置いた偽物ほど、電波は強くなります。",
            en: "A false one nearby is the stronger one.",
          },
        },
        {
          text: { ja: "名前が同じなら、どちらでもよい", en: "Either will do, the name is the same" },
          right: false,
          why: { ja: "名前はまねできます。名前は目印で、証明ではありません。", en: "Names can be copied. They are a hint and no proof." },
        },
        {
          text: { ja: "どちらも使わず、テザリングにする", en: "Use neither, but your phone" },
          right: true,
          why: { ja: "そのとおりです。見分けられないときは、使わないのが安全です。", en: "Right. When you cannot tell them apart, use neither." },
        },
      ],
    },
    {
      ask: {
        ja: "ホテルの Wi-Fi しか使えません。会社の VPN はつながりました。何をしてよいですか。",
        en: "There is only the hotel's Wi-Fi, and your company's VPN is up. What may you do?",
      },
      options: [
        {
          text: { ja: "会社のルールで認められた業務だけ", en: "Only the work that your company's rules permit there" },
          right: true,
          why: {
            ja: "そのとおりです。このアプリが、業務ごとに始めてよいかを示します。",
            en: "Right. This app shows for each activity whether it may start.",
          },
        },
        {
          text: { ja: "VPN があるので、どんな業務でも", en: "Anything, there is the VPN" },
          right: false,
          why: {
            ja: "VPN は通信を守りますが、のぞき見やマルウェアは防げません。扱う情報を限ることも必要です。",
            en: "A VPN guards the traffic, but not against eyes and malware. You also limit what you handle.",
          },
        },
        {
          text: { ja: "VPN を切って、速くしてから作業する", en: "Switch the VPN off, it is faster" },
          right: false,
          why: {
            ja: "守りを外すことになります。遅いときは、ヘルプデスクに相談します。",
            en: "That takes the protection away. If it is slow, ask the helpdesk.",
          },
        },
      ],
    },
  ],
};
