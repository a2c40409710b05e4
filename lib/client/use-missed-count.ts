/** How many results of a project came since it was last looked at in this browser; the server cannot know and says none. */
import { useSyncExternalStore } from "react";
import { missedCount, readLook } from "./looks.ts";

const never = () => () => undefined;

export function useMissedCount(projectId: string, editCount: number): number {
  return useSyncExternalStore(
    never,
    () => missedCount(readLook(localStorage, projectId), editCount),
    () => 0,
  );
}
