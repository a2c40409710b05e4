/** How large a mask is and how much of it would be repainted, told before anybody pays. */
import type { MaskFacts } from "./darkroom.ts";
import { asGrey, asPictureError, openPicture, readPixels } from "./decode.ts";

export async function maskFacts(request: { readonly path: string }): Promise<MaskFacts> {
  try {
    const { data, width, height } = await readPixels(asGrey(openPicture(request.path)));
    let sum = 0;
    for (const value of data) sum += value;
    return { width, height, white: sum / 255 / (width * height) };
  } catch (error) {
    throw asPictureError(error);
  }
}
