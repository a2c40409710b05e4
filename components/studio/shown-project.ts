/** A project with and without what was deleted in it. Rooms are shown the second; only what counts or restores sees the first. */
import { shownNodes } from "#lib/history/shown-nodes.ts";
import type { Project } from "#lib/wire.ts";

export interface ShownProject {
  readonly shown: Project;
  readonly whole: Project;
}

export function withoutDeleted(whole: Project): ShownProject {
  return { whole, shown: { ...whole, edits: shownNodes(whole.edits, ({ deletedAt }) => !deletedAt) } };
}
