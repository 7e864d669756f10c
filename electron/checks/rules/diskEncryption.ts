import { z } from "zod";
import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { defineCheck } from "../check.ts";
import { onEveryOs } from "../texts.ts";

type Volume = FactValue<"disk-encryption">["volumes"][number];

const places = (volumes: readonly Volume[]) => [...new Set(volumes.map(({ mount }) => mount))].sort().join(", ");

/**
 * Can the data be read when the PC is lost? The volumes of the system and of the home folders must be encrypted now: suspended, decrypting, a
 * key in the clear and "after the next restart" do not protect. Swap and hibernation may hold pieces of open documents, so they warn. What can encrypt by
 * itself and does not tell is never judged: neither as open nor as encrypted.
 */
export const diskEncryption = defineCheck({
  id: "disk-encryption",
  group: "technology",
  kind: "measured",
  risks: ["loss"],
  needs: ["disk-encryption"],
  settings: z.strictObject({
    dataVolumes: z
      .enum(["ignore", "caution", "required"])
      .default("caution")
      .describe("other built-in volumes that are not encrypted: not looked at, caution, or not met"),
  }),
  texts: {
    ja: {
      title: "ディスクの暗号化",
      why: "暗号化していない PC をなくすと、パスワードがなくても中のデータを読み出されます。",
      messages: {
        encrypted: "ディスクは暗号化されています（{{volumes}}）。",
        notEncrypted: "ディスクが暗号化されていません（{{volumes}}）。",
        suspended: "暗号化が一時停止していて、データが守られていません（{{volumes}}）。",
        decrypting: "暗号化を解除している途中です（{{volumes}}）。",
        clearKey: "暗号化の準備はできていますが、まだ有効になっていません。データは守られていません（{{volumes}}）。",
        pendingRestart: "暗号化はまだ始まっていません。PC を再起動すると始まります（{{volumes}}）。",
        encrypting: "暗号化を進めている途中です（{{volumes}}）。終わるまで、PC を持ち出さないでください。",
        swap: "一時保存の領域（スワップ）が暗号化されていません（{{volumes}}）。",
        data: "データ用のディスクが暗号化されていません（{{volumes}}）。",
        dataUnseen: "データ用のディスクが暗号化されているかどうかを、確認できませんでした（{{volumes}}）。",
        ownMeans: "ディスクが暗号化されているかどうかを、確認できませんでした（{{volumes}}）。{{means}} で暗号化されているかもしれません。",
        hibernation: "休止状態にすると、作業中の内容が、暗号化されていない場所に書き込まれます（{{volumes}}）。",
        systemUnseen: "OS が入っているディスクの状態を確認できませんでした。",
      },
      remedies: {
        encrypt: {
          windows:
            "「設定」→「プライバシーとセキュリティ」（Windows 10 では「更新とセキュリティ」）→「デバイスの暗号化」をオンにします。\n見つからないときは、「BitLocker の管理」を検索して開き、「BitLocker を有効にする」または「保護の再開」を選びます。\n回復キーは、会社の指示に従って保管します。",
          macos:
            "「システム設定」→「プライバシーとセキュリティ」→「FileVault」を開き、オンにします。\n復旧キーは、会社の指示に従って保管します。\n求められたら再起動します。",
          linux:
            "使い始めた後でディスク全体を暗号化するのは難しいため、自分で進めず、ヘルプデスクに相談してください。\nそれまでは、データを PC に残さない方法で業務をしてください。",
        },
        activate: {
          windows:
            "会社の PC では、「設定」→「アカウント」→「職場または学校へのアクセス」で、会社のアカウントにサインインします。\n自分の PC では、「設定」→「アカウント」→「ユーザーの情報」で、Microsoft アカウントでのサインインに切り替えます。\n「設定」→「プライバシーとセキュリティ」（Windows 10 では「更新とセキュリティ」）→「デバイスの暗号化」をオンにします。\n回復キーは、会社の指示に従って保管します。",
          macos: "「システム設定」→「プライバシーとセキュリティ」→「FileVault」を開きます。\n画面の案内に従って、設定を最後まで進めます。",
          linux: "ヘルプデスクに報告書を送り、暗号化の鍵の置き場所を相談してください。",
        },
        wait: onEveryOs("電源につないだまま、暗号化が終わるまで待ちます。\nこの項目をもう一度点検します。"),
        restart: onEveryOs("開いているファイルを保存し、PC を再起動します。\nこの項目をもう一度点検します。"),
        "ask-helpdesk": onEveryOs("ヘルプデスクに報告書を送り、暗号化の設定を相談してください。"),
        "find-out": {
          ...onEveryOs("PC を用意した人に、ディスクを暗号化したかどうかを確かめます。\n分からないときは、ヘルプデスクに報告書を送ってください。"),
          linux:
            "使っている仕組みに合うものを、端末で実行します。\nZFS では「zfs get encryption」を実行し、off でなければ暗号化されています。\nbcachefs では「sudo bcachefs show-super（ディスクの名前）」を実行し、Encrypted の行を見ます。\nfscrypt では「fscrypt status ~」を実行します。\nsystemd-homed では「homectl inspect」を実行し、Storage が luks か fscrypt なら暗号化されています。\neCryptfs などでは「findmnt ~」を実行します。\n結果を報告書に添えて、ヘルプデスクに送ってください。",
        },
        hibernate: {
          ...onEveryOs(
            "PC を離れるときは、休止状態ではなく、スリープかシャットダウンを使います。\nヘルプデスクに報告書を送り、休止状態の設定を相談してください。",
          ),
          linux:
            "PC を離れるときは、休止状態（ハイバネート）を使いません。\n管理者は、端末で「sudo systemctl mask hibernate.target hybrid-sleep.target」を実行し、起動の設定から「resume=」を消します。\n分からないときは、ヘルプデスクに報告書を送ってください。",
        },
      },
    },
    en: {
      title: "Disk encryption",
      why: "If a PC without encryption is lost, its data can be read without a password.",
      messages: {
        encrypted: "The disk is encrypted ({{volumes}}).",
        notEncrypted: "The disk is not encrypted ({{volumes}}).",
        suspended: "Encryption is suspended, so the data is not protected ({{volumes}}).",
        decrypting: "Encryption is being removed ({{volumes}}).",
        clearKey: "Encryption is prepared but not activated yet, so the data is not protected ({{volumes}}).",
        pendingRestart: "Encryption has not started yet. It starts after a restart ({{volumes}}).",
        encrypting: "Encryption is in progress ({{volumes}}). Do not take the PC with you until it has finished.",
        swap: "The swap space is not encrypted ({{volumes}}).",
        data: "A data volume is not encrypted ({{volumes}}).",
        dataUnseen: "Could not check whether a data volume is encrypted ({{volumes}}).",
        ownMeans: "Could not check whether the disk is encrypted ({{volumes}}). It may be encrypted by {{means}}.",
        hibernation: "Hibernation writes what you are working on to a place that is not encrypted ({{volumes}}).",
        systemUnseen: "Could not check: the disk that holds the OS was not seen.",
      },
      remedies: {
        encrypt: {
          windows:
            "Turn on Settings > Privacy & security (on Windows 10: Update & Security) > Device encryption.\nIf it is not there, search for “Manage BitLocker” and choose “Turn on BitLocker” or “Resume protection”.\nKeep the recovery key as your organisation tells you.",
          macos:
            "Open System Settings > Privacy & Security > FileVault and turn it on.\nKeep the recovery key as your organisation tells you.\nRestart when asked.",
          linux:
            "Encrypting a whole disk that is in use is difficult: do not try it alone, ask the helpdesk.\nUntil then, work with a method that leaves no data on the PC.",
        },
        activate: {
          windows:
            "On a company PC, open Settings > Accounts > Access work or school and sign in with your work account.\nOn your own PC, open Settings > Accounts > Your info and switch to signing in with a Microsoft account.\nTurn on Settings > Privacy & security (on Windows 10: Update & Security) > Device encryption.\nKeep the recovery key as your organisation tells you.",
          macos: "Open System Settings > Privacy & Security > FileVault.\nFollow the screen until it is set up completely.",
          linux: "Send the report to the helpdesk and ask where the key of the encryption should be kept.",
        },
        wait: onEveryOs("Keep the PC plugged in and wait until encryption has finished.\nCheck this item again."),
        restart: onEveryOs("Save your files and restart the PC.\nCheck this item again."),
        "ask-helpdesk": onEveryOs("Send the report to the helpdesk and ask about the encryption settings."),
        "find-out": {
          ...onEveryOs("Ask whoever set up the PC whether the disk was encrypted.\nIf you are not sure, send the report to the helpdesk."),
          linux:
            "Run what fits the system of the disk in a terminal.\nZFS: “zfs get encryption”; anything but off is encrypted.\nbcachefs: “sudo bcachefs show-super” with the name of the disk; look at the line Encrypted.\nfscrypt: “fscrypt status ~”.\nsystemd-homed: “homectl inspect”; with Storage luks or fscrypt it is encrypted.\neCryptfs and others: “findmnt ~”.\nSend what it says to the helpdesk, together with the report.",
        },
        hibernate: {
          ...onEveryOs(
            "When you leave the PC, use sleep or shut it down instead of hibernating.\nSend the report to the helpdesk and ask about hibernation.",
          ),
          linux:
            "Do not hibernate the PC when you leave it.\nAn administrator runs “sudo systemctl mask hibernate.target hybrid-sleep.target” in a terminal and takes “resume=” out of the start-up settings.\nIf you are not sure, send the report to the helpdesk.",
        },
      },
    },
  },
  evaluate({ values, settings }, say) {
    const { volumes } = values["disk-encryption"];
    const own = volumes.filter(({ role }) => role === "system" || role === "home" || (role === "data" && settings.dataVolumes === "required"));
    const inState = (state: Volume["state"]) => own.filter((volume) => volume.state === state);
    const about = (found: readonly Volume[]) => ({ params: { volumes: places(found) }, subject: places(found) });
    const failures = [
      { found: inState("not-encrypted"), message: "notEncrypted", remedy: "encrypt" },
      { found: inState("decrypting"), message: "decrypting", remedy: "encrypt" },
      { found: inState("suspended"), message: "suspended", remedy: "encrypt" },
      { found: inState("clear-key"), message: "clearKey", remedy: "activate" },
      { found: inState("pending-restart"), message: "pendingRestart", remedy: "restart" },
    ] as const;
    for (const { found, message, remedy } of failures) {
      // The subject names every volume that fails, so that an exception for one never covers another.
      const all = failures.flatMap((failure) => failure.found);
      if (found.length > 0) return say.fail(message, remedy, { ...about(found), subject: places(all) });
    }
    if (!volumes.some(({ role }) => role === "system")) return say.unknown("systemUnseen", "unparsed");
    const unseen = inState("unseen");
    if (unseen.length > 0) {
      const means = [...new Set(unseen.flatMap(({ method }) => (method === null ? [] : [method])))].sort().join(", ");
      return say.unknown("ownMeans", "not-supported", { params: { volumes: places(unseen), means: means || "?" }, remedy: "find-out" });
    }
    const encrypting = inState("encrypting");
    if (encrypting.length > 0) return say.fail("encrypting", "wait", { ...about(encrypting), minor: true });
    const data = volumes.filter(({ role, state }) => role === "data" && state !== "encrypted");
    const open = data.filter(({ state }) => state !== "unseen");
    if (open.length > 0 && settings.dataVolumes !== "ignore")
      return say.fail("data", "encrypt", { ...about(open), minor: true, subject: places(data) });
    if (data.length > 0 && settings.dataVolumes !== "ignore") return say.fail("dataUnseen", "find-out", { ...about(data), minor: true });
    const swap = volumes.filter(({ role, state }) => role === "swap" && state !== "encrypted");
    if (swap.length > 0) return say.fail("swap", "ask-helpdesk", { ...about(swap), minor: true });
    const hibernation = volumes.filter(({ role, state }) => role === "hibernation" && state !== "encrypted");
    if (hibernation.length > 0) return say.fail("hibernation", "hibernate", { ...about(hibernation), minor: true });
    return say.pass("encrypted", { volumes: places(own) });
  },
});
