import type { Point } from "#components/ui/viewport.ts";
import type { Edit, Picture } from "#lib/wire.ts";
import type { View } from "./use-view.ts";

/** What a comparison needs to know of an edit. */
export type ComparedEdit = Pick<Edit, "id" | "name" | "parentId" | "picture"> & Partial<Pick<Edit, "predictionId">>;

export interface PairProps {
  readonly view: View;
  readonly before: Picture;
  readonly after: Picture;
  readonly beforeLabel: string;
  readonly afterLabel: string;
  /** While the key is down the original is seen, whatever the way to compare. */
  readonly isHeld: boolean;
  readonly onHover?: ((at: Point | null) => void) | undefined;
}
