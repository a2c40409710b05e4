/** Writes words on a picture as a designer would set them: within margins, as a title, smaller in corners. */
import type { TextOperation } from "#lib/engine/instructions/operation.ts";
import { type PlacedText, placeText, type Setting } from "#lib/engine/lettering/place-text.ts";
import { type Look, type Typeface, usualLook } from "#lib/engine/lettering/typeface.ts";
import { writeText } from "#lib/engine/lettering/write-text.ts";
import { bytesOf, newRaster, type Raster } from "#lib/pixels/raster.ts";
import type { Work } from "#lib/pixels/work.ts";
import { rimsOf } from "./frame.ts";

/** How the letters of an instruction are to look. */
export function lookOf({ face = usualLook.face, weight }: TextOperation): Look {
  return { face, weight: weight ?? (face === "sans" ? usualLook.weight : 600) };
}

/** The text without what no font has; undefined where nothing is left. */
export function* writeWords(source: Raster, operation: TextOperation, typeface: Typeface): Work<Raster | undefined> {
  const placed = placeWords(source, operation, typeface);
  if (placed === undefined) return undefined;
  yield 0.05;
  const { width, height, channels } = source;
  const result = newRaster(width, height, 3);
  if (channels === 3) result.data.set(bytesOf(source));
  else
    for (let i = 0; i < width * height; i++) for (let c = 0; c < 3; c++) result.data[i * 3 + c] = source.data[i * channels + c] as number;
  yield 0.1;
  const sheet = { width, height, data: result.data as Uint8ClampedArray };
  for (const _ of writeText(sheet, placed, { ink: operation.colour?.rgb })) yield 0.5;
  return result;
}

/** Shares of the shorter side. */
const margin = 0.06;
const titleSize = 0.15;
/** Below this, more of the picture is taken instead. */
const readableSize = 0.045;

function placeWords(source: Raster, operation: TextOperation, typeface: Typeface): PlacedText | undefined {
  if (operation.isOnCard) return placeText(typeface, operation.text, cardSetting(source, operation));
  const usual = placeText(typeface, operation.text, settingFor(source, operation, false));
  if (usual !== undefined && usual.size >= readableSize * Math.min(source.width, source.height)) return usual;
  const roomy = placeText(typeface, operation.text, settingFor(source, operation, true));
  return roomy !== undefined && roomy.size > (usual?.size ?? 0) ? roomy : usual;
}

/** Within the lower rim of a card, whose picture is above it. */
function cardSetting(source: Raster, { size }: TextOperation): Setting {
  const { bottom, beside } = rimsOf(source, { form: "instant" });
  const height = 0.62 * bottom;
  const area = { left: 1.6 * beside, top: source.height - bottom + 0.17 * bottom, width: source.width - 3.2 * beside, height };
  return { area, size: height * (size === "small" ? 0.55 : size === "large" ? 1 : 0.8), align: "centre", rest: "middle", mostLines: 2 };
}

/** `isRoomy`: a long text may take all there is. */
function settingFor({ width, height }: Raster, { at, text, face, size, isVertical = false }: TextOperation, isRoomy: boolean): Setting {
  const short = Math.min(width, height);
  const edge = short * margin;
  const [isLeft, isRight] = [at.endsWith("left"), at.endsWith("right")];
  const isCorner = at.includes(" ");
  const isLarge = size === "large";
  const [room, depth] = isVertical ? [height, width] : [width, height];
  const along = (room - 2 * edge) * (isRoomy || !isLeft !== isRight || isLarge || isVertical ? 1 : 0.56);
  const across = (depth - 2 * edge) * (isRoomy ? 1 : isLarge ? 0.6 : 0.4);
  const [w, h] = isVertical ? [across, along] : [along, across];
  // Chinese letters fill the square that capitals stand in; a brush's strokes are thin.
  const usual = titleSize * (/\p{Script=Han}/u.test(text) ? 0.88 : 1) * (isCorner ? 0.6 : 1) * (face === "brush" ? 1.25 : 1);
  return {
    area: {
      left: isLeft ? edge : isRight ? width - edge - w : (width - w) / 2,
      top: at.startsWith("top") ? edge : at.startsWith("bottom") ? height - edge - h : (height - h) / 2,
      width: w,
      height: h,
    },
    size: short * (size === "small" ? Math.max(0.04, usual * 0.45) : usual * (isLarge ? 2 : 1)),
    align: isLeft ? "left" : isRight ? "right" : "centre",
    rest: at.startsWith("top") ? "top" : at.startsWith("bottom") ? "bottom" : "middle",
    isVertical,
  };
}
