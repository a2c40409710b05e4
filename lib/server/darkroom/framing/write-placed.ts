/** Writes what a model made as a picture of its own, at the size and in the place it has over the photograph. */
import type { Box } from "#lib/pixels/crop.ts";
import { openPlaced, type PlaceRequest } from "#lib/pixels/merge/place-result.ts";
import { writePng } from "./write-png.ts";

export interface PlacedFile {
  readonly path: string;
  /** Of the box's size. */
  readonly place: PlaceRequest;
  readonly canvas: { readonly width: number; readonly height: number };
  readonly box: Box;
}

/** Clear where the model has seen nothing. */
export function writePlaced({ path, place, canvas, box }: PlacedFile): Promise<void> {
  const isWhole = box.width === canvas.width && box.height === canvas.height;
  const readRow = openPlaced(place);
  const values = new Uint8ClampedArray(box.width * 3);
  return writePng(path, {
    width: canvas.width,
    height: canvas.height,
    channels: isWhole ? 3 : 4,
    writeRow(y, row) {
      if (y < box.y || y >= box.y + box.height) return false;
      readRow(y - box.y, values, 0, box.width);
      if (isWhole) row.set(values);
      else setOpaque(values, row, box.x * 4);
      return true;
    },
  });
}

/** Rows lie at whole vectors of their memory, so that a pixel is one number: the lowest byte first, as every processor here has it. */
function setOpaque(values: Uint8ClampedArray, row: Uint8Array, start: number): void {
  const pixels = new Uint32Array(row.buffer, row.byteOffset + start, values.length / 3);
  for (let from = 0, to = 0; from < values.length; from += 3, to++) {
    pixels[to] = (values[from] as number) | ((values[from + 1] as number) << 8) | ((values[from + 2] as number) << 16) | 0xff000000;
  }
}
