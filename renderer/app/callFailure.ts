/** Why a call brought no answer. "unauthorised": the page was opened without the token that the app printed. */
export type CallFailureCode = "unauthorised" | "unreachable" | "refused" | "malformed";

export class CallFailure extends Error {
  readonly code: CallFailureCode;
  constructor(code: CallFailureCode, detail: string) {
    super(`${code}: ${detail}`);
    this.code = code;
  }
}
