export const findingButtonId = (checkId: string): string => `finding-${checkId}`;

/** Brings the keyboard and the eye to a finding. Its row is opened first, so that its steps are there to read. */
export function focusFinding(checkId: string): void {
  const button = document.getElementById(findingButtonId(checkId));
  if (button === null) return;
  if (button.getAttribute("aria-expanded") === "false") button.click();
  button.focus();
  button.scrollIntoView({ block: "start" });
}
