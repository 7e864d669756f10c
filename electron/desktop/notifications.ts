import { type BrowserWindow, Notification } from "electron";
import type { Language } from "../../shared/message.ts";
import type { Platform } from "../../shared/platform.ts";
import type { PreflightService } from "../services/preflight.ts";
import { noticeText } from "../services/session/noticeText.ts";
import { watchForNotices } from "../services/session/notifier.ts";
import { focusWindow } from "./window.ts";

export interface NotificationParts {
  readonly service: PreflightService;
  readonly window: BrowserWindow;
  readonly platform: Platform;
  /** As it is when a notification is shown. */
  readonly language: () => Language;
  readonly log: (line: string) => void;
}

/**
 * Tells through the OS what got worse while nobody looks at the window. Windows and macOS keep to "do not disturb" by themselves, Linux by the urgency.
 * Without a service for notifications the window says the same. https://www.electronjs.org/docs/latest/api/notification
 */
export function showNotifications({ service, window, platform, language, log }: NotificationParts): void {
  let shown: Notification | undefined; // a notification that nobody holds loses its click
  const end = watchForNotices(service, (notice) => {
    if (window.isDestroyed() || (window.isVisible() && window.isFocused()) || !Notification.isSupported()) return;
    const { title, body } = noticeText(notice, language(), platform);
    shown?.close();
    shown = new Notification({ title, body, urgency: notice.urgency });
    shown.on("click", () => {
      if (!window.isDestroyed()) focusWindow(window);
    });
    shown.on("failed", (_event, error) => log(`notification: ${error}`));
    shown.show();
  });
  window.once("closed", end);
}
