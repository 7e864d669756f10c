import { useState } from "react";
import { Icon } from "../ui/Icon.tsx";
import { useActions, useApp } from "./storeContext.ts";
import { useText } from "./useText.ts";
import { screens, viewList } from "./views.ts";

/**
 * The way to every screen. In a narrow window all but the loss card fold behind one button, so that the light stays on the first page; who
 * has just lost a PC or a phone must not have to look for the menu.
 */
export function HeaderNav() {
  const { t } = useText();
  const current = useApp((state) => state.view);
  const { show } = useActions();
  const [open, setOpen] = useState(false);
  return (
    <nav
      className={open ? "header-nav header-nav-open" : "header-nav"}
      aria-label={t("screen.nav")}
      onKeyDown={(event) => {
        if (event.key === "Escape") setOpen(false);
      }}
    >
      <button type="button" className="header-menu" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name="menu" className="header-menu-mark" />
        {t("screen.menu")}
      </button>
      {viewList.map((view) => (
        <button
          key={view}
          type="button"
          className={`header-view header-view-${view}`}
          aria-current={view === current ? "page" : undefined}
          onClick={() => {
            setOpen(false);
            show(view);
          }}
        >
          {t(screens[view].label)}
        </button>
      ))}
    </nav>
  );
}
