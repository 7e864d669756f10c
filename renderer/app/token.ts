const storageKey = "preflight.token";

/**
 * The token of the browser host: from `#token=…` of the address, which is cleaned at once so that it is neither seen nor kept in the history;
 * else from this tab's session, so that a reload works. Null: the page was opened some other way.
 */
export function takeToken(): string | null {
  const given = new URLSearchParams(location.hash.replace(/^#/, "")).get("token");
  if (given !== null) history.replaceState(null, "", location.pathname + location.search);
  try {
    if (given !== null) sessionStorage.setItem(storageKey, given);
    return given ?? sessionStorage.getItem(storageKey);
  } catch {
    return given;
  }
}
