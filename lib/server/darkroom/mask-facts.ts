/** How large a mask is, how much of it would be repainted and where, told before anybody pays. */
import type { Box } from "#lib/wire.ts";
import type { MaskFacts } from "./darkroom.ts";
import { almostBlack, asGrey, asPictureError, openPicture, readPixels } from "./decode.ts";

export async function maskFacts(request: { readonly path: string }): Promise<MaskFacts> {
  try {
    const { data, width, height } = await readPixels(asGrey(openPicture(request.path)));
    let sum = 0;
    for (let i = 0; i < data.length; i++) sum += data[i] as number;
    return { width, height, white: sum / 255 / (width * height), painted: boundsOf(data, width, height) };
  } catch (error) {
    throw asPictureError(error);
  }
}

function boundsOf(data: Uint8Array, width: number, height: number): Box | null {
  let [left, top, right, bottom] = [width, -1, -1, -1];
  for (let y = 0; y < height; y++) {
    const row = y * width;
    let first = 0;
    while (first < width && (data[row + first] as number) <= almostBlack) first++;
    if (first === width) continue;
    let last = width - 1;
    while ((data[row + last] as number) <= almostBlack) last--;
    left = Math.min(left, first);
    right = Math.max(right, last);
    if (top < 0) top = y;
    bottom = y;
  }
  return right < 0 ? null : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}
