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

function setOpaque(values: Uint8ClampedArray, row: Uint8Array, start: number): void {
  for (let from = 0, to = start; from < values.length; from += 3, to += 4) {
    row[to] = values[from] as number;
    row[to + 1] = values[from + 1] as number;
    row[to + 2] = values[from + 2] as number;
    row[to + 3] = 255;
  }
}
