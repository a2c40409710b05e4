import type { Operation, StyleName } from "#lib/engine/instructions/operation.ts";
import { boxOfRatio, crop } from "#lib/pixels/crop.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { mirror, rotateQuarters } from "#lib/pixels/rotate.ts";
import type { Work } from "#lib/pixels/work.ts";
import { cartoon } from "./cartoon.ts";
import { applyFilter } from "./filters.ts";
import { applyLook, tint } from "./looks.ts";
import { oilPainting, watercolour } from "./paint.ts";
import { halftone, pixelArt } from "./print.ts";
import { recolour } from "./recolour.ts";
import { sketch } from "./sketch.ts";
import { border } from "./texture.ts";
import { toneOperations } from "./tone.ts";

export interface Applied {
  /** Undefined when the picture holds nothing to do it to. */
  readonly raster: Raster | undefined;
  readonly note?: string | undefined;
}

type Style = (source: Raster, strength: number, seed: number) => Work<Raster>;

const styles: Readonly<Record<StyleName, Style>> = {
  cartoon,
  "pencil sketch": sketch,
  "oil painting": oilPainting,
  watercolour,
  "pixel art": pixelArt,
  halftone,
};

export function* applyOperation(source: Raster, operation: Operation, seed: number): Work<Applied> {
  switch (operation.kind) {
    case "tone":
      return { raster: toneOperations[operation.name](source, operation.amount) };
    case "look":
      return { raster: applyLook(source, operation.name, operation.strength, seed) };
    case "filter":
      return { raster: yield* applyFilter(source, operation.name, operation.strength, seed) };
    case "style":
      return { raster: yield* styles[operation.name](source, operation.strength, seed) };
    case "tint":
      return { raster: tint(source, operation.colour.rgb, operation.strength) };
    case "recolour": {
      const done = yield* recolour(source, operation.thing, operation.from, operation.to);
      return { raster: done?.raster, note: done?.note };
    }
    case "rotate":
      return { raster: rotateQuarters(source, operation.quarters) };
    case "mirror":
      return { raster: mirror(source, operation.axis) };
    case "crop":
      return { raster: crop(source, boxOfRatio(source.width, source.height, operation.ratio[0] / operation.ratio[1])) };
    case "border":
      return { raster: border(source, operation.colour.rgb) };
  }
}
