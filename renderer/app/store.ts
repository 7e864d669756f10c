import { createStore, type StoreApi } from "zustand/vanilla";
import { browserDoor } from "../../shared/browserDoor.ts";
import { type Clocks, pageClocks } from "../../shared/deadline.ts";
import type { Finding } from "../../shared/decision.ts";
import type { Door } from "../../shared/door.ts";
import type { ScreenTexts } from "../../shared/i18n/screen.ja.ts";
import type { CallId, CallInput, CallOutput, PreflightApi } from "../../shared/ipc/contract.ts";
import type { LessonId } from "../../shared/learning.ts";
import type { Language } from "../../shared/message.ts";
import type { Settings } from "../../shared/settings.ts";
import type { Snapshot } from "../../shared/snapshot.ts";
import { type AskedActions, askedActions } from "./askedActions.ts";
import { CallFailure } from "./callFailure.ts";
import { alwaysLive, type Connection, type ConnectionState } from "./connection.ts";
import { watchExpiry } from "./expiry.ts";
import { forgetLanguage, systemLanguage } from "./language.ts";
import type { Look } from "./look.ts";
import { reportFailure } from "./reportFailure.ts";
import { watchReturn } from "./returnWatch.ts";
import { looksLikeSnapshot } from "./snapshotShape.ts";
import type { View } from "./viewId.ts";

export type Stage = "loading" | "ready" | "failed" | "unauthorised";
export type CheckTexts = Readonly<Record<string, string>>;

export interface AppState {
  readonly stage: Stage;
  readonly connection: ConnectionState;
  readonly snapshot: Snapshot | null;
  /** The findings before the run under way: they stay in place, marked as being looked at again, so that nothing jumps. */
  readonly held: readonly Finding[];
  /** The decision's validity has passed. */
  readonly expired: boolean;
  readonly language: Language;
  readonly look: Look;
  readonly texts: { readonly [L in Language]?: CheckTexts };
  readonly textsMissing: boolean;
  readonly view: View;
  readonly door: Door;
  /** Answers to a lesson that is not passed yet, by question; they stay while another screen is shown. */
  readonly lessonDrafts: { readonly [I in LessonId]?: readonly (number | null)[] };
  /** The first start was left in this page, whether or not that could be kept. */
  readonly welcomed: boolean;
  /** What the last action had to say; null: nothing, or closed by the person. */
  readonly notice: keyof ScreenTexts | null;
}

export interface AppActions extends AskedActions {
  /** Subscribes and loads. Returns the function that ends everything. */
  start(): () => void;
  load(): Promise<void>;
  /** Shown at once, then kept by the main side; what it cannot keep holds until the window closes. */
  choose(part: Partial<Settings>): Promise<void>;
  show(view: View): void;
  closeNotice(): void;
  /** Null: forget it. */
  draftLesson(lesson: LessonId, chosen: readonly (number | null)[] | null): void;
  /** Straight to the light. */
  endWelcome(): void;
  /** Null: no answer came. The dialogs word their own refusals. */
  ask<C extends CallId>(id: C, input: CallInput<C>): Promise<CallOutput<C> | null>;
}

export type AppStore = StoreApi<AppState & { readonly actions: AppActions }>;

export interface AppStoreOptions {
  readonly language: Language;
  readonly look?: Look;
  readonly connection?: Connection;
  readonly clocks?: Clocks;
  /** Whose coming back is noticed. */
  readonly page?: Window;
}

/** The state of the screens: what the API last said, and what the person chose. Screens show it; nothing here decides about lights. */
export function createAppStore(
  api: PreflightApi,
  { language, look = { theme: "system", textSize: 100 }, connection = alwaysLive, clocks = pageClocks, page }: AppStoreOptions,
): AppStore {
  return createStore((set, get) => {
    // The service ends the decision by itself and looks again: a run asked for here would only be in its way.
    const expiry = watchExpiry(clocks, () => set({ expired: true }));
    // Somebody else may have started a check meanwhile: then that one answers.
    const returns = page ? watchReturn(page, (checks) => void ask("run.start", { checks: [...checks] })) : null;
    const receive = (snapshot: Snapshot) => {
      const before = get().snapshot;
      const began = snapshot.phase.kind === "running" && before?.phase.kind !== "running";
      const held = began ? (before?.findings ?? []) : snapshot.phase.kind === "running" ? get().held : [];
      follow(snapshot.settings, before?.settings);
      set({ snapshot, held, stage: "ready", expired: expiry.set(snapshot.decision?.validUntil ?? null) });
    };
    /** A choice made elsewhere, or kept from before; an older event that only repeats what was known changes nothing that was just chosen. */
    const follow = (now: Settings, before: Settings | undefined) => {
      if (now.language !== null && now.language !== before?.language) setLanguage(now.language);
      const look = { ...get().look };
      if (now.theme !== before?.theme) look.theme = now.theme;
      if (now.textSize !== before?.textSize) look.textSize = now.textSize;
      if (look.theme !== get().look.theme || look.textSize !== get().look.textSize) set({ look });
    };
    const setLanguage = (next: Language) => {
      if (next === get().language) return;
      set({ language: next });
      void loadTexts(next);
    };
    const loadTexts = async (wanted: Language) => {
      if (get().texts[wanted]) return set({ textsMissing: false });
      const texts = await ask("texts.get", { language: wanted });
      if (texts === null) return set({ textsMissing: true });
      set((state) => ({ texts: { ...state.texts, [wanted]: texts }, textsMissing: false }));
    };
    const ask: AppActions["ask"] = (id, input) =>
      api.call(id, input).catch((error: unknown) => {
        // A call that brings no answer is said on the screen; anything else is a fault of the page and must not look like one.
        if (!(error instanceof CallFailure)) reportFailure(id, error);
        return null;
      });
    const note = (notice: keyof ScreenTexts | null) => set({ notice });

    const actions: AppActions = {
      start() {
        const ends = [
          connection.onChange((state) => {
            set({ connection: state });
            if (state === "live") void loadTexts(get().language);
          }),
          api.on("snapshot", (value) => (looksLikeSnapshot(value) ? receive(value) : set({ stage: "failed" }))),
          api.on("door", (door) => set({ door })),
          api.on("show", (view) => set({ view })),
          () => expiry.stop(),
          () => returns?.stop(),
        ];
        void actions.load();
        void loadTexts(language);
        void ask("door.get", null).then((door) => (door === null ? undefined : set({ door })));
        return () => {
          for (const end of ends) end();
        };
      },
      async load() {
        try {
          const before = get().snapshot;
          const snapshot = await api.call("snapshot.get", null);
          if (!looksLikeSnapshot(snapshot)) throw new CallFailure("malformed", "snapshot.get");
          // An event that came meanwhile is newer than this answer.
          if (get().snapshot === before) receive(snapshot);
        } catch (error) {
          const unauthorised = error instanceof CallFailure && error.code === "unauthorised";
          if (get().snapshot === null) set({ stage: unauthorised ? "unauthorised" : "failed" });
        }
      },
      async choose(part) {
        if (part.language !== undefined) {
          setLanguage(part.language ?? systemLanguage());
          if (part.language === null) forgetLanguage();
        }
        const { theme, textSize } = { ...get().look, ...part };
        set({ look: { theme, textSize } });
        const answer = await ask("settings.set", part);
        if (answer === null || !answer.ok) note(answer === null ? "screen.notice.action" : "screen.settings.state-unwritable");
      },
      show: (view) => set({ view }),
      closeNotice: () => set({ notice: null }),
      draftLesson: (lesson, chosen) => set(({ lessonDrafts }) => ({ lessonDrafts: { ...lessonDrafts, [lesson]: chosen ?? [] } })),
      endWelcome() {
        set({ welcomed: true, view: "check", notice: null });
        void ask("settings.set", { introduced: true }).then((answer) => (answer?.ok ? undefined : note("screen.welcome.unsaved")));
      },
      ...askedActions({ ask, note, returns }),
      ask,
    };
    return {
      stage: "loading",
      connection: "live",
      snapshot: null,
      held: [],
      expired: false,
      language,
      look,
      texts: {},
      textsMissing: false,
      view: "check",
      door: browserDoor,
      lessonDrafts: {},
      welcomed: false,
      notice: null,
      actions,
    };
  });
}
