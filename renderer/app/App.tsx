import { lazy, Suspense } from "react";
import { AsideNotice } from "../features/block/AsideNotice.tsx";
import { StatusPanel } from "../features/status/StatusPanel.tsx";
import { isWelcoming } from "../features/welcome/isWelcoming.ts";
import { Welcome } from "../features/welcome/Welcome.tsx";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import { Fatal } from "./Fatal.tsx";
import { Header } from "./Header.tsx";
import { Messages } from "./Messages.tsx";
import { useApp } from "./storeContext.ts";
import { useText } from "./useText.ts";
import { screens } from "./views.ts";
import "./App.css";

const BlockScreen = lazy(async () => ({ default: (await import("../features/block/BlockScreen.tsx")).BlockScreen }));

function Loading() {
  const { t } = useText();
  return (
    <main className="app-alone">
      <h1>{t("screen.word.loading")}</h1>
      <p role="status">{t("screen.next.loading")}</p>
    </main>
  );
}

/** The block screen takes the place of everything else; without a snapshot there is nothing yet that could block. */
function Shell() {
  const blocked = useApp((state) => state.door.block !== "off" && state.stage === "ready");
  const snapshot = useApp((state) => state.snapshot);
  if (blocked && snapshot !== null) {
    return (
      <Suspense fallback={<Loading />}>
        <BlockScreen snapshot={snapshot} />
      </Suspense>
    );
  }
  return (
    <>
      <Header />
      <Screen />
    </>
  );
}

function Screen() {
  const stage = useApp((state) => state.stage);
  const view = useApp((state) => state.view);
  const snapshot = useApp((state) => state.snapshot);
  const welcoming = useApp(isWelcoming);
  const { t } = useText();
  if (stage === "failed" || stage === "unauthorised") return <Fatal stage={stage} />;
  if (stage === "loading" || snapshot === null) {
    return <Loading />;
  }
  if (welcoming) return <Welcome snapshot={snapshot} />;
  const { content: Content } = screens[view];
  return (
    <main className="app-columns">
      <StatusPanel snapshot={snapshot} />
      <div className="app-content">
        <AsideNotice />
        <Messages snapshot={snapshot} />
        <Suspense fallback={<p role="status">{t("screen.next.loading")}</p>}>
          <Content snapshot={snapshot} />
        </Suspense>
      </div>
    </main>
  );
}

/** The whole page: header, and below it either the two columns or, when nothing can be shown, why. */
export function App() {
  return (
    <ErrorBoundary fallback={<Fatal stage="failed" />}>
      <Shell />
    </ErrorBoundary>
  );
}
