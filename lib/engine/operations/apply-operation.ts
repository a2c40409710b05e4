/** What changes the whole picture; where only a place is meant, the caller lays the result over it. */
import type { Operation, StyleName } from "#lib/engine/instructions/operation.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import type { Work } from "#lib/pixels/work.ts";
import { cartoon } from "./cartoon.ts";
import { charcoal } from "./charcoal.ts";
import { anime, colouredPencil, comic, inkDrawing, mosaic, poster } from "./drawn.ts";
import { applyFilter } from "./filters.ts";
import { border } from "./frame.ts";
import { leanAway, leanTowards } from "./lean.ts";
import { applyLook } from "./looks.ts";
import { oilPainting, watercolour } from "./paint.ts";
import { halftone, pixelArt } from "./print.ts";
import { sketch } from "./sketch.ts";
import { fadeInto } from "./texture.ts";
import { toneOperations } from "./tone.ts";
import { duotone, splitTone, tint } from "./toning.ts";
import { applyWeather } from "./weather.ts";
import { woodblock } from "./woodblock.ts";

type Style = (source: Raster, strength: number, seed: number) => Work<Raster>;

const styles: Readonly<Record<StyleName, Style>> = {
  cartoon,
  comic,
  anime,
  poster,
  "pencil sketch": sketch,
  "coloured pencil": colouredPencil,
  charcoal,
  "ink drawing": inkDrawing,
  "colour woodcut": woodblock,
  "oil painting": oilPainting,
  watercolour,
  "pixel art": pixelArt,
  halftone,
  mosaic,
};

export type PixelOperation = Extract<
  Operation,
  { kind: "tone" | "look" | "weather" | "filter" | "style" | "tint" | "duotone" | "split tone" | "border" | "gradient" }
>;

export function applyOperation(source: Raster, operation: PixelOperation, seed: number): Work<Raster> {
  switch (operation.kind) {
    case "tone":
      return toneOperations[operation.name](source, operation.amount);
    case "look":
      return applyLook(source, operation.name, operation.strength, seed, operation.hasLights);
    case "weather":
      return applyWeather(source, operation.name, operation.strength, seed);
    case "filter":
      return applyFilter(source, operation, seed);
    case "style":
      return styles[operation.name](source, operation.strength, seed);
    case "tint":
      if (operation.strength < 0) return leanAway(source, operation.colour.rgb, -operation.strength);
      return operation.isLeaning
        ? leanTowards(source, operation.colour.rgb, operation.strength)
        : tint(source, operation.colour.rgb, operation.strength);
    case "duotone":
      return duotone(source, operation.dark.rgb, operation.light.rgb);
    case "split tone":
      return splitTone(source, operation.shadows?.rgb, operation.highlights?.rgb, 0.3 * operation.strength);
    case "border":
      return border(source, { ...operation, colour: operation.colour.rgb, inner: operation.inner?.rgb });
    case "gradient":
      return fadeInto(source, operation.colour.rgb, operation.side);
  }
}
