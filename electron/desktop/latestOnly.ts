/**
 * Hands on the first value at once and then, while values keep coming, the latest one every `everyMs`: a run of twenty facts need not be checked, sent
 * and drawn twenty times. The last value always arrives. Returns the function that hands on, and the one that ends it.
 */
export function latestOnly<T>(send: (value: T) => void, everyMs: number): { readonly push: (value: T) => void; readonly end: () => void } {
  let timer: NodeJS.Timeout | undefined;
  let waiting: { readonly value: T } | null = null;
  const rest = () => {
    timer = setTimeout(() => {
      timer = undefined;
      if (waiting === null) return;
      const { value } = waiting;
      waiting = null;
      send(value);
      rest();
    }, everyMs);
  };
  return {
    push(value) {
      if (timer !== undefined) {
        waiting = { value };
        return;
      }
      send(value);
      rest();
    },
    end: () => clearTimeout(timer),
  };
}
