/** Which part of a frame's box the picture itself covers, and how much new canvas lies around that. */
import { AppError } from "#lib/errors.ts";
import type { Box, Expansion, Frame } from "#lib/wire.ts";

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

export interface PartOfPicture {
  /** In pixels of the picture. */
  readonly region: Box;
  /** New canvas inside the box, at each side of the region. */
  readonly around: Expansion;
}

export function partOfPicture(size: PictureSize, { box, expand }: Pick<Frame, "box" | "expand">): PartOfPicture {
  const left = Math.max(0, box.x - expand.left);
  const top = Math.max(0, box.y - expand.top);
  const right = Math.min(size.width, box.x + box.width - expand.left);
  const bottom = Math.min(size.height, box.y + box.height - expand.top);
  if (right <= left || bottom <= top) throw new AppError("internal", "Expected a frame that shows some of its picture");
  const around = {
    left: left + expand.left - box.x,
    top: top + expand.top - box.y,
    right: box.x + box.width - expand.left - right,
    bottom: box.y + box.height - expand.top - bottom,
  };
  return { region: { x: left, y: top, width: right - left, height: bottom - top }, around };
}
