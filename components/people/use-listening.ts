import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** False while the page is only drawn: a button pressed then would send its form past the scripts. */
export function useListening(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
