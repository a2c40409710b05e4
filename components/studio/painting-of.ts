import type { MaskStageProps } from "#components/stage/mask-stage.tsx";
import type { useStudio } from "./use-studio.ts";

/** What the stage is told where one paints; the picture itself comes with what is open. */
export type Painting = Omit<MaskStageProps, "picture" | "alt" | "uploadedId" | "differences">;

/** Null until what was painted earlier has been read. */
export function paintingOf(
  { mask, paint, undoPainted, redoPainted }: Pick<ReturnType<typeof useStudio>, "mask" | "paint" | "undoPainted" | "redoPainted">,
  framing: Painting["framing"],
): Painting | null {
  const { history, last } = mask;
  return history && { history, lastMask: last, framing, onPaint: paint, onUndo: undoPainted, onRedo: redoPainted };
}
