import type { Edit } from "#lib/wire.ts";

/** What can be done to an edit wherever its card stands. */
export interface EditActions {
  /** Of whose card the name is being written. */
  readonly namingId: string | null;
  /** The last edit of a project stays: it could have nothing current. */
  canRemove(edit: Edit): boolean;
  star(edit: Edit): void;
  /** Whose steps are about to be applied to other pictures. */
  readonly applyingId: string | null;
  startApplying(edit: Edit | null): void;
  startNaming(edit: Edit | null): void;
  rename(edit: Edit, name: string): void;
  remove(edit: Edit): void;
}
