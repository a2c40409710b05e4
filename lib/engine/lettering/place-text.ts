/** Sets a text into an area: how large, in how many lines, and where each of them stands. */
import { type Breaking, breakInto, cutPieces, measure } from "./break-lines.ts";
import { flatten, type Point } from "./outlines.ts";
import type { Extent, SetLine, Typeface } from "./typeface.ts";

export interface TextArea {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Setting {
  readonly area: TextArea;
  /** As large as this, where there is room; pixels to an em. */
  readonly size: number;
  readonly align: "left" | "centre" | "right";
  /** Where the block stands in its area. */
  readonly rest: "top" | "middle" | "bottom";
  readonly tracking?: number;
  readonly isVertical?: boolean;
  readonly mostLines?: number;
}

export interface PlacedText {
  readonly polygons: readonly (readonly Point[])[];
  /** Pixels to an em. */
  readonly size: number;
  /** Where ink is. */
  readonly box: TextArea;
}

/** Each further line has to make the letters larger by so much of what they are in one, or it is not worth it. */
const worthALine = 0.22;
/** And by more where a Chinese word may be cut by it. */
const worthACut = 0.2;

interface Block {
  readonly lines: readonly SetLine[];
  /** From one line to the next, in ems. */
  readonly leading: number;
  readonly size: number;
}

/** Undefined where there is nothing to write. */
export function placeText(typeface: Typeface, text: string, setting: Setting): PlacedText | undefined {
  const block = chooseBlock(typeface, text, setting);
  return block && place(block, setting);
}

function chooseBlock(typeface: Typeface, text: string, setting: Setting): Block | undefined {
  const { tracking = 0, isVertical = false, area, mostLines = 100 } = setting;
  const set = (line: string): SetLine => typeface.setLine(line, { tracking, isVertical });
  const leading = leadingOf(text, isVertical);
  const [along, across] = isVertical ? [area.height, area.width] : [area.width, area.height];
  const measured = measure(cutPieces(text), (piece) => set(piece).length + tracking);
  let chosen: Breaking | undefined;
  let best = 0;
  for (let count = 1; count <= Math.min(mostLines, measured.pieces.length); count++) {
    const breaking = breakInto(measured, count);
    if (breaking === undefined || breaking.length === 0) continue;
    const size = Math.min(setting.size, along / breaking.length, across / ((count - 1) * leading + heightOfLine));
    const score = size / (1 + worthALine * (count - 1) + worthACut * breaking.cuts);
    if (score > best) [chosen, best] = [breaking, score];
    if (score < best / 2) break;
  }
  const lines = chosen?.lines.map(set).filter(({ ink }) => ink !== undefined) ?? [];
  return lines.length === 0 ? undefined : { lines, leading, size: largest(lines, leading, setting) };
}

/** Of its ink, about. */
const heightOfLine = 0.85;

function largest(lines: readonly SetLine[], leading: number, { area, size, isVertical = false }: Setting): number {
  const { left, top, right, bottom } = extentOfBlock(lines, leading, isVertical);
  return Math.min(size, area.width / (right - left), area.height / (bottom - top));
}

/** Chinese letters fill their square and need more air between lines; capitals need none below. */
function leadingOf(text: string, isVertical: boolean): number {
  if (/\p{Script=Han}/u.test(text)) return isVertical ? 1.4 : 1.32;
  return /\p{Ll}/u.test(text) ? 1.16 : 1;
}

/** Of the whole block in ems, its first line beginning at 0. Columns go from right to left. */
function extentOfBlock(lines: readonly SetLine[], leading: number, isVertical: boolean): Extent {
  const inks = lines.map(({ ink }) => ink as Extent);
  const [first, last] = [inks[0] as Extent, inks.at(-1) as Extent];
  const span = (lines.length - 1) * leading;
  if (isVertical) {
    const tallest = Math.max(...inks.map(({ bottom }) => bottom)) - Math.min(...inks.map(({ top }) => top));
    return { left: Math.min(...inks.map(({ left }) => left)) - span, right: first.right, top: 0, bottom: tallest };
  }
  const widest = Math.max(...inks.map(({ left, right }) => right - left));
  return { left: 0, right: widest, top: first.top, bottom: span + last.bottom };
}

function place({ lines, leading, size }: Block, { area, align, rest, isVertical = false }: Setting): PlacedText {
  const extent = extentOfBlock(lines, leading, isVertical);
  const [width, height] = [(extent.right - extent.left) * size, (extent.bottom - extent.top) * size];
  const share = { left: 0, top: 0, centre: 0.5, middle: 0.5, right: 1, bottom: 1 } as const;
  const left = area.left + (area.width - width) * share[align];
  const top = area.top + (area.height - height) * share[rest];
  const highest = Math.min(...lines.map(({ ink }) => (ink as Extent).top));
  const polygons = lines.flatMap(({ outlines, ink }, n) => {
    const own = ink as Extent;
    // Lines are aligned by their ink: the blank half of a closing mark would push the others off the middle.
    const x = isVertical
      ? left - (extent.left + n * leading) * size
      : left + (width - (own.right - own.left) * size) * share[align] - own.left * size;
    const y = isVertical ? top - highest * size : top + (n * leading - extent.top) * size;
    return outlines.flatMap((outline) => flatten(outline, size, x, y));
  });
  return { polygons, size, box: { left, top, width, height } };
}
