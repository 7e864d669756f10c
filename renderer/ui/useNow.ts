import { useEffect, useState } from "react";

/** The time now in milliseconds, renewed every `everyMs`. For words such as "3 days left", never for deciding. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
