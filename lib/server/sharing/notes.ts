/** What is said about a project, as its own studio sees and answers it. The interface; create-notes.ts is behind it. */
import type { NewNote, StudioRemark } from "#lib/review-wire.ts";

export interface Notes {
  /** Everything that was said by links and noted here, oldest first, on edits that are not deleted. */
  list(projectId: string): Promise<readonly StudioRemark[]>;
  add(projectId: string, note: NewNote): Promise<StudioRemark>;
  /** Those who have the link read it, too. */
  answer(remarkId: string, text: string): Promise<StudioRemark>;
  settle(remarkId: string, isSettled: boolean): Promise<StudioRemark>;
}
