/** Failed and canceled runs that a person has put away, kept in this browser per project. */
type Store = Pick<Storage, "getItem" | "setItem">;

const keep = 200;

function dismissedKey(projectId: string): string {
  return `dismissed:${projectId}`;
}

export function readDismissed(store: Store, projectId: string): readonly string[] {
  try {
    const ids: unknown = JSON.parse(store.getItem(dismissedKey(projectId)) ?? "[]");
    return Array.isArray(ids) ? ids.filter((id): id is string => typeof id === "string") : [];
  } catch {
    return [];
  }
}

export function writeDismissed(store: Store, projectId: string, ids: readonly string[]): void {
  try {
    store.setItem(dismissedKey(projectId), JSON.stringify(ids.slice(-keep)));
  } catch {
    // Without a store they come back after a reload, which harms nobody.
  }
}
