/** How far a project has been looked at in this browser; what came while nobody looked is new. */
import type { Edit } from "#lib/wire.ts";

export interface Look {
  /** When the youngest edit was made that has been seen, by the server's clock. */
  readonly latest: string;
  /** How many edits there were. */
  readonly count: number;
}

type Seen = Pick<Edit, "id" | "kind" | "createdAt">;
type Store = Pick<Storage, "getItem" | "setItem">;

const keyOf = (projectId: string) => `look:${projectId}`;

export function lookAt(edits: readonly Seen[]): Look {
  const latest =
    edits
      .map(({ createdAt }) => createdAt)
      .sort()
      .at(-1) ?? "";
  return { latest, count: edits.length };
}

/** Results that came after the last look and before one came back. Who was never here has missed nothing. */
export function missedSince(look: Look | null, edits: readonly Seen[], backAtMs: number): readonly string[] {
  if (!look) return [];
  return edits
    .filter(({ kind, createdAt }) => kind === "prediction" && createdAt > look.latest && Date.parse(createdAt) < backAtMs)
    .map(({ id }) => id);
}

export function missedCount(look: Look | null, editCount: number): number {
  return look ? Math.max(0, editCount - look.count) : 0;
}

export function readLook(store: Store, projectId: string): Look | null {
  try {
    const look: unknown = JSON.parse(store.getItem(keyOf(projectId)) ?? "null");
    if (typeof look !== "object" || look === null) return null;
    const { latest, count } = look as Record<string, unknown>;
    return typeof latest === "string" && typeof count === "number" ? { latest, count } : null;
  } catch {
    return null;
  }
}

/** Without a store nothing is ever new, which harms nobody. */
export function writeLook(store: Store, projectId: string, look: Look): void {
  try {
    store.setItem(keyOf(projectId), JSON.stringify(look));
  } catch {
    // See above.
  }
}
