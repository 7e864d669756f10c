/** Milliseconds: so far time servers correct a clock that runs (ntpd steps above 0.128 s, and most correct within minutes); more is a clock that was set. */
export const clockCorrectionMs = 5 * 60_000;
