import type { PictureRecord } from "#lib/server/storage/records.ts";
import type { Fidelity } from "#lib/wire.ts";

export interface FinishedResult {
  readonly picture: PictureRecord;
  /** Pictures the fidelity refers to. */
  readonly beside: readonly PictureRecord[];
  readonly fidelity: Fidelity | null;
  /** Whether the stage's copy of it was drawn where it was wanted. */
  readonly hasCopy: boolean;
}

/** The provider's picture, whose bytes are kept already, and where the stage's copy of what becomes of it may be drawn. */
export interface Arrived {
  readonly raw: PictureRecord;
  readonly copyTo: string;
}
