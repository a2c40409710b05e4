import { useSyncExternalStore } from "react";

function listen(told: () => void): () => void {
  window.addEventListener("hashchange", told);
  return () => window.removeEventListener("hashchange", told);
}

/** What stands behind the # of the address: the one part no browser sends. Null while the page is only drawn. */
export function useFragment(): string | null {
  return useSyncExternalStore(
    listen,
    () => window.location.hash.slice(1),
    () => null,
  );
}
