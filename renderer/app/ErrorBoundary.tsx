import { Component, type ReactNode } from "react";
import { reportFailure } from "./reportFailure.ts";

interface Props {
  readonly children: ReactNode;
  readonly fallback: ReactNode;
}

/** When a part cannot be drawn, the whole page says so: half a screen could show a light without what qualifies it. A class: React asks for one. */
export class ErrorBoundary extends Component<Props, { readonly broken: boolean }> {
  override readonly state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override componentDidCatch(error: unknown) {
    reportFailure("screen", error);
  }

  override render() {
    return this.state.broken ? this.props.fallback : this.props.children;
  }
}
