import type { DesktopText } from "../desktopText.ts";
import { type AppTray, createTray, type TrayActions } from "./tray.ts";
import type { TrayView } from "./trayView.ts";

/** At log-in the panel may come up after us. */
const askAgainAfterMs = [5_000, 20_000, 60_000];

export interface TrayKeeper {
  /** Whether an icon of ours can be seen now. */
  isThere(): Promise<boolean>;
  show(view: TrayView): void;
  end(): void;
}

export interface TrayParts {
  readonly folder: string;
  readonly text: DesktopText;
  readonly actions: TrayActions;
  /** Somebody shows tray icons. */
  readonly hasHost: () => Promise<boolean>;
  readonly onChange: (there: boolean) => void;
  readonly log: (line: string) => void;
}

/** The tray icon, as long as somebody shows it. */
export function keepTray({ folder, text, actions, hasHost, onChange, log }: TrayParts): TrayKeeper {
  let tray: AppTray | null = null;
  let view: TrayView | null = null;
  let over = false;
  const isThere = async () => {
    const host = await hasHost().catch(() => false);
    if (over) return false;
    if (!host) {
      tray?.remove();
      tray = null;
    } else if (tray === null && view !== null) {
      try {
        tray = createTray(folder, text, actions, view);
      } catch (error) {
        log(`tray: ${error instanceof Error ? error.message : "failed"}`);
      }
    }
    onChange(tray !== null);
    return tray !== null;
  };
  const timers = askAgainAfterMs.map((wait) => setTimeout(() => void isThere(), wait));
  return {
    isThere,
    show(next) {
      const first = view === null;
      view = next;
      tray?.show(next);
      if (first) void isThere();
    },
    end() {
      over = true;
      for (const timer of timers) clearTimeout(timer);
      tray?.remove();
      tray = null;
    },
  };
}
