/** Cuts out what a model is shown, and the mask that goes with it. */
import type { CutRequest, Fitted } from "../darkroom.ts";
import { asPictureError, readHeader, readPixels } from "../decode.ts";
import { writeFitted } from "../fit.ts";
import { hardMask } from "./masks.ts";
import { asSharp, readContent } from "./read-content.ts";
import { readSelection } from "./read-selection.ts";

export async function cut({ picture, mask, frame, encode, out }: CutRequest): Promise<{ picture: Fitted; mask: Fitted }> {
  try {
    const size = await readHeader(picture);
    // Two decoders side by side.
    const selected = readSelection(mask, size, frame);
    const [content, hard] = await Promise.all([
      readContent(picture, size, frame),
      selected.then((selection) => hardMask(selection, frame)),
    ]);
    const filling = { right: frame.working[0] - content.width, bottom: frame.working[1] - content.height };
    const [shown, marked] = await Promise.all([
      readPixels(asSharp(content).extend({ ...filling, extendWith: "mirror" })),
      readPixels(asSharp(hard).extend({ ...filling, background: "#000" })),
    ]);
    const [shownFile, markedFile] = await Promise.all([
      writeFitted(shown, { out: out.picture, encode, as: "picture" }),
      writeFitted(marked, { out: out.mask, encode, as: "mask" }),
    ]);
    return { picture: shownFile, mask: markedFile };
  } catch (error) {
    throw asPictureError(error);
  }
}
