import type { Lesson } from "./lesson.ts";

export const intrusion: Lesson = {
  id: "intrusion",
  title: { ja: "ID とパスワードを盗まれない", en: "Keeping your sign-in to yourself" },
  picture: {
    ja: "左では、後ろの席の人が画面をのぞいています。右では、壁を背にした席で、画面はロックされ、鍵が 2 つ付いています。",
    en: "On the left somebody behind reads the screen. On the right the seat is against a wall, the screen is locked, and there are two keys.",
  },
  sections: [
    {
      heading: { ja: "何が起こるか", en: "What can happen" },
      text: {
        ja: "画面や手元をのぞかれて ID とパスワードを知られると、他人があなたになりすまして社内に入れます。データを盗まれるだけでなく、書き換えられることもあります。記録には、あなたの名前が残ります。",
        en: "Whoever sees your ID and password can enter the company as you. Data may be stolen, and also changed. The records will show your name.",
      },
    },
    {
      heading: { ja: "場所を選ぶ", en: "Choose your seat" },
      text: {
        ja: "後ろが壁の席に座ります。のぞき見を防ぐフィルターを使います。電話や会議の声も聞かれています。会社やお客さまの名前が出る話は、人のいない場所でします。家でも、席を立つときは画面をロックします。",
        en: "Sit with a wall behind you and use a privacy filter. Calls are overheard as well: speak of customers only where nobody is near. Lock the screen when you get up, at home too.",
      },
    },
    {
      heading: { ja: "パスワードと、もう 1 つの鍵", en: "A password, and a second key" },
      text: {
        ja: "パスワードは長くし、ほかのサービスと使い回しません。スマートフォンの確認や指紋など、もう 1 つの鍵を必ず有効にします。身に覚えのない確認が届いたら、承認せずに知らせます。",
        en: "Make passwords long, and use each for one service only. Always have a second key: a prompt on your phone, a fingerprint. If a prompt comes that you did not cause, refuse it and report it.",
      },
    },
    {
      heading: { ja: "聞かれても教えない", en: "Nobody needs to ask" },
      text: {
        ja: "ヘルプデスクも上司も、パスワードを聞くことはありません。聞かれたら、相手がだれでも断り、会社の番号にかけ直します。",
        en: "Neither the helpdesk nor your manager will ever ask for your password. If somebody does, decline, whoever it is, and call back on the company's number.",
      },
    },
  ],
  questions: [
    {
      ask: {
        ja: "仕事をしていないのに、スマートフォンに「サインインを承認しますか」と出ました。",
        en: "You are not working, but your phone asks you to approve a sign-in.",
      },
      options: [
        {
          text: { ja: "会社からの確認だと思って承認する", en: "Approve it, it will be the company" },
          right: false,
          why: {
            ja: "承認すると、あなたのパスワードを知っただれかが入れてしまいます。",
            en: "That lets in somebody who already has your password.",
          },
        },
        {
          text: { ja: "放っておく", en: "Ignore it" },
          right: false,
          why: {
            ja: "入られはしませんが、パスワードは知られています。すぐに変える必要があります。",
            en: "Nobody gets in, but somebody has your password. It must be changed at once.",
          },
        },
        {
          text: { ja: "承認せずに、ヘルプデスクに知らせてパスワードを変える", en: "Refuse, tell the helpdesk and change the password" },
          right: true,
          why: { ja: "そのとおりです。届いたこと自体が、盗まれたしるしです。", en: "Right. That it came at all is the sign of a stolen password." },
        },
      ],
    },
    {
      ask: {
        ja: "家で仕事中に、玄関のチャイムが鳴りました。画面はどうしますか。",
        en: "You work at home and the doorbell rings. What about the screen?",
      },
      options: [
        {
          text: { ja: "家なので、そのまま席を立つ", en: "Leave it, you are at home" },
          right: false,
          why: {
            ja: "家族や来客が見たり、子どもが触って送ったりすることがあります。",
            en: "Family or visitors may see it, and a child may press “send”.",
          },
        },
        {
          text: { ja: "画面をロックしてから席を立つ", en: "Lock the screen, then get up" },
          right: true,
          why: {
            ja: "そのとおりです。Windows は Windows キーと L、Mac は control と command と Q でロックできます。",
            en: "Right. Windows: the Windows key and L. Mac: control, command and Q.",
          },
        },
        {
          text: { ja: "画面の明るさを下げておく", en: "Turn the brightness down" },
          right: false,
          why: { ja: "近づけば読めますし、操作もできます。", en: "It can still be read from near, and used." },
        },
      ],
    },
    {
      ask: {
        ja: "「ヘルプデスクです。設定を直すのでパスワードを教えてください」と電話がありました。",
        en: "A caller says: “This is the helpdesk. I need your password to repair a setting.”",
      },
      options: [
        {
          text: { ja: "断って、会社の番号にかけ直す", en: "Decline, and call back on the company's number" },
          right: true,
          why: {
            ja: "そのとおりです。本物のヘルプデスクは、パスワードを必要としません。",
            en: "Right. The real helpdesk has no need for your password.",
          },
        },
        {
          text: { ja: "名前と部署を聞いてから教える", en: "Ask for name and department, then tell" },
          right: false,
          why: { ja: "名前も部署も、調べれば言えます。", en: "Both can be looked up by anybody." },
        },
        {
          text: { ja: "半分だけ教える", en: "Tell only half of it" },
          right: false,
          why: { ja: "半分でも、残りを当てる手がかりになります。", en: "Half of it helps to guess the rest." },
        },
      ],
    },
  ],
};
