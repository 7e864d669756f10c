import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { AppActions, AppState, AppStore } from "./store.ts";

export const StoreContext = createContext<AppStore | null>(null);

function useAppStore(): AppStore {
  const store = useContext(StoreContext);
  if (store === null) throw new Error("the screens must be inside StoreContext");
  return store;
}

/** The part of the state that `select` picks; the component is drawn again when that part changes. */
export function useApp<T>(select: (state: AppState) => T): T {
  return useStore(useAppStore(), select);
}

export function useActions(): AppActions {
  return useStore(useAppStore(), (state) => state.actions);
}
