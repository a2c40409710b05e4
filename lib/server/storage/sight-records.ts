/** The contract of the store about who may see what; a part of Records. */

/** Whose a project is. */
export interface Ownership {
  /** Null where nobody was asked who they are. */
  readonly madeBy: string | null;
  /** For the eyes of whoever made it alone. */
  readonly isPrivate: boolean;
}

export interface SightRecords {
  readonly sight: {
    /**
     * Of these ids (of projects, edits, predictions, replays, links, remarks, notes, pictures, prompts) those that are there
     * and not for this person's eyes. What is deleted counts as what it was.
     */
    hiddenFrom(personId: string, ids: readonly string[]): Promise<ReadonlySet<string>>;
    /** These pictures are from now on seen by whoever sees the holder: a project, or a person; null is everybody. */
    hold(holderId: string | null, pictureIds: readonly string[]): Promise<void>;
    /** Whether a holder whose id begins so holds it. */
    isHeldByOneOf(pictureId: string, holderPrefix: string): Promise<boolean>;
  };
}
