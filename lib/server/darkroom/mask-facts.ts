/** How large a mask is and how much of its picture it would repaint. */
import type { MaskFacts } from "./darkroom.ts";
import { openPicture, unreadable } from "./open-picture.ts";

export async function maskFacts(path: string): Promise<MaskFacts> {
  try {
    const { data, info } = await openPicture(path).flatten({ background: "#000" }).greyscale().raw().toBuffer({ resolveWithObject: true });
    let sum = 0;
    for (let index = 0; index < data.length; index += info.channels) sum += data[index] ?? 0;
    return { width: info.width, height: info.height, white: sum / (255 * info.width * info.height) };
  } catch (error) {
    throw unreadable(error);
  }
}
