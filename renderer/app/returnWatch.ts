import type { CheckId } from "../../shared/checks/verdict.ts";

export interface ReturnWatch {
  /** From now on: when the person has left this window and comes back, these items are looked at once more, all together and once. */
  expect(checkId: CheckId): void;
  forget(checkId: CheckId): void;
  stop(): void;
}

/** Notices that a person comes back from the system settings, the sign-in page or the VPN client. */
export function watchReturn(target: Window, recheck: (checks: readonly CheckId[]) => void): ReturnWatch {
  const expected = new Set<CheckId>();
  let away = false;
  const leave = () => {
    away = true;
  };
  const come = () => {
    if (!away) return;
    away = false;
    if (expected.size === 0) return;
    const checks = [...expected];
    expected.clear();
    recheck(checks);
  };
  const turn = () => (target.document.visibilityState === "hidden" ? leave() : come());
  target.addEventListener("blur", leave);
  target.addEventListener("focus", come);
  target.document.addEventListener("visibilitychange", turn);
  return {
    expect(checkId) {
      // A window in front of this one may be there already; what counts is leaving it after the button was pressed.
      if (expected.size === 0) away = false;
      expected.add(checkId);
    },
    forget: (checkId) => void expected.delete(checkId),
    stop() {
      target.removeEventListener("blur", leave);
      target.removeEventListener("focus", come);
      target.document.removeEventListener("visibilitychange", turn);
    },
  };
}
