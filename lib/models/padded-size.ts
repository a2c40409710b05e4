/** A picture longer than any shape its model takes is shown whole and undeformed: what is missing is filled up, and cut away again. */
import { fitContent } from "./fit-content.ts";
import type { ModelEntry, Size } from "./model.ts";

export interface PaddedSize {
  /** Right and below of this the picture's mirror goes on. */
  readonly content: Size;
  readonly working: Size;
}

/** As a logarithm: stretching less than this is not seen, and undone with the result. */
const mostStretch = 0.05;

/** Null where a shape of the model is near enough. */
export function paddedSize(
  { task, workingSize }: ModelEntry,
  picture: { readonly width: number; readonly height: number },
): PaddedSize | null {
  if (task !== "edit" || workingSize.rule !== "preferred") return null;
  const { content, working } = fitContent(workingSize, picture);
  const off = Math.abs(Math.log((working[0] * picture.height) / (working[1] * picture.width)));
  return off > mostStretch ? { content, working } : null;
}
