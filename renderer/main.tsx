import { createRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import type { PreflightApi } from "../shared/ipc/contract.ts";
import { App } from "./app/App.tsx";
import { createBrowserApi } from "./app/browserApi.ts";
import { alwaysLive } from "./app/connection.ts";
import { i18nOf } from "./app/i18n.ts";
import { rememberedLanguage } from "./app/language.ts";
import { putOn, rememberedLook } from "./app/look.ts";
import { createAppStore } from "./app/store.ts";
import { StoreContext } from "./app/storeContext.ts";
import { takeToken } from "./app/token.ts";
import "./styles/tokens.css";
import "./styles/base.css";

declare global {
  interface Window {
    /** Given by the sandboxed preload in the desktop window; a browser has none. */
    readonly preflight?: PreflightApi;
  }
}

const { api, connection } = window.preflight ? { api: window.preflight, connection: alwaysLive } : createBrowserApi(await takeToken());
const look = rememberedLook();
putOn(look);
const store = createAppStore(api, { connection, language: rememberedLanguage(), look, page: window });
store.subscribe((state, before) => {
  if (state.look !== before.look) putOn(state.look);
});
const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");

store.getState().actions.start();
createRoot(root).render(
  <StoreContext value={store}>
    <I18nextProvider i18n={i18nOf(store)}>
      <App />
    </I18nextProvider>
  </StoreContext>,
);
