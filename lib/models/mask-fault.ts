/** What can be wrong with a mask, told before anybody pays: another shape than its picture, nothing painted, nothing kept. */
import type { FieldFault } from "#lib/errors.ts";

interface MeasuredMask {
  readonly width: number;
  readonly height: number;
  /** Share of pixels that would be repainted, 0..1. */
  readonly white: number;
}

const almostNothing = 0.000_01;
/** Masks drawn on a smaller copy of the picture are welcome; another shape is a mistake. */
const shapeTolerance = 0.01;

export function maskFault(
  field: string,
  mask: MeasuredMask,
  picture: { readonly width: number; readonly height: number },
  /** Where a new border is painted, nothing else needs to be. */
  { mayBeBlack = false }: { readonly mayBeBlack?: boolean } = {},
): FieldFault | null {
  const ratio = mask.width / mask.height / (picture.width / picture.height);
  if (Math.abs(ratio - 1) > shapeTolerance) {
    const message = `Expected a mask of the picture's shape (${picture.width}×${picture.height}) for ${field} but received ${mask.width}×${mask.height}`;
    return { field, rule: "mask_shape", message };
  }
  if (mask.white <= almostNothing && !mayBeBlack) {
    return { field, rule: "mask_black", message: `Expected some white, which is repainted, for ${field} but received a black mask` };
  }
  if (mask.white >= 1 - almostNothing) {
    return { field, rule: "mask_white", message: `Expected some black, which is kept, for ${field} but received a white mask` };
  }
  return null;
}
