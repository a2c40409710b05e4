/**
 * Which part of a picture a model with a mask is shown: the painted area and ground around it, at the picture's own
 * size where that fits the model. The stage draws the same box from the same rule before anybody pays.
 */
import { type FieldFault, invalidInput } from "#lib/errors.ts";
import type { Box, Expansion, Frame } from "#lib/wire.ts";
import { fitContent } from "./fit-content.ts";
import type { Size, WorkingSize } from "./model.ts";

interface Measured {
  readonly width: number;
  readonly height: number;
}

export interface FrameRequest {
  readonly picture: Measured;
  /** What is painted, in pixels of the picture; null where only the border of an expansion is. */
  readonly painted: Box | null;
  readonly expand: Expansion;
  readonly rule: WorkingSize;
}

export const noExpansion: Expansion = { left: 0, top: 0, right: 0, bottom: 0 };

/** In the model's pixels: its mask is grown by the first; behind that the result fades into the original over the second. */
export const growth = { opaque: 4, seam: 8 } as const;

/** The largest canvas a picture may grow to. */
export const mostCanvasPixels = 50_000_000;
const leastSide = 512;
/** So much ground is enough where less of it lets the model work at the picture's own size. */
const leastMargin = 96;
/** Longer shapes than this are unknown to the models. */
const longestShape = 21 / 9;
const grain = 32;

export function canvasOf({ width, height }: Measured, { left, top, right, bottom }: Expansion): Measured {
  return { width: left + width + right, height: top + height + bottom };
}

export function isExpanding({ left, top, right, bottom }: Expansion): boolean {
  return left + top + right + bottom > 0;
}

export function chooseFrame(request: FrameRequest): Frame {
  const canvas = requireCanvas(request);
  const area = areaToPaint(request);
  const across = sideFor(area.width, area, canvas, request.rule);
  const down = sideFor(area.height, area, canvas, request.rule);
  const width = Math.max(across, Math.ceil(down / longestShape));
  const height = Math.max(down, Math.ceil(across / longestShape));
  const [shapedWidth, shapedHeight] = request.rule.rule === "preferred" ? widenTo(request.rule.sizes, width, height) : [width, height];
  const [x, boxWidth] = place(area.x, area.width, toGrain(shapedWidth), canvas.width);
  const [y, boxHeight] = place(area.y, area.height, toGrain(shapedHeight), canvas.height);
  return frameOf(request, { x, y, width: boxWidth, height: boxHeight });
}

/** A box that a person drew: taken as it is when it lies on the canvas and holds what is painted and its seam. */
export function frameFor(request: FrameRequest, box: Box): Frame {
  const canvas = requireCanvas(request);
  const { x, y, width, height } = box;
  const isOnCanvas = [x, y, width, height].every(Number.isSafeInteger) && x >= 0 && y >= 0 && width >= 1 && height >= 1;
  if (!isOnCanvas || x + width > canvas.width || y + height > canvas.height) {
    throw refuse(
      "box",
      `Expected whole pixels within ${canvas.width}×${canvas.height} for box but received ${x}, ${y}, ${width}×${height}`,
    );
  }
  const frame = frameOf(request, box);
  const least = smallestBox(request, frame);
  const isHeld = x <= least.x && y <= least.y && x + width >= least.x + least.width && y + height >= least.y + least.height;
  if (isHeld) return frame;
  const wanted = `${least.x}, ${least.y}, ${least.width}×${least.height}`;
  throw refuse("box", `Expected the painted area with its seam (${wanted}) inside box but received ${x}, ${y}, ${width}×${height}`);
}

/** What a box must hold: nothing that is painted or blended may be cut off. */
export function smallestBox(request: FrameRequest, frame: Pick<Frame, "box" | "content">): Box {
  const canvas = canvasOf(request.picture, request.expand);
  const reach = reachOf(frame);
  const area = areaToPaint(request);
  const [x, y] = [Math.max(0, area.x - reach), Math.max(0, area.y - reach)];
  const right = Math.min(canvas.width, area.x + area.width + reach);
  const bottom = Math.min(canvas.height, area.y + area.height + reach);
  return { x, y, width: right - x, height: bottom - y };
}

/** Model's pixels for one pixel of the picture, along a side. */
export function scaleOf({ box, content }: Pick<Frame, "box" | "content">): number {
  return Math.max(content[0] / box.width, content[1] / box.height);
}

/** How far from the painted pixels the result may still change anything, in pixels of the picture. */
export function reachOf(frame: Pick<Frame, "box" | "content">): number {
  return Math.ceil((growth.opaque + growth.seam) / Math.min(1, scaleOf(frame)));
}

function frameOf({ expand, rule }: FrameRequest, box: Box): Frame {
  return { method: "paste", expand, box, ...fitContent(rule, box) };
}

function requireCanvas({ picture, expand }: FrameRequest): Measured {
  const sides = Object.values(expand);
  if (!sides.every((side) => Number.isSafeInteger(side) && side >= 0)) {
    throw refuse("expand", `Expected whole pixels from 0 on for expand but received ${sides.join(", ")}`);
  }
  const canvas = canvasOf(picture, expand);
  if (canvas.width * canvas.height <= mostCanvasPixels) return canvas;
  throw refuse("expand", `Expected at most ${mostCanvasPixels} pixels with expand but received ${canvas.width}×${canvas.height}`);
}

/** On the canvas: what is painted, and every border that is new. */
function areaToPaint({ picture, painted, expand }: FrameRequest): Box {
  const canvas = canvasOf(picture, expand);
  const { left, top, right, bottom } = expand;
  const areas: Box[] = painted ? [{ ...painted, x: painted.x + left, y: painted.y + top }] : [];
  if (left > 0) areas.push({ x: 0, y: 0, width: left, height: canvas.height });
  if (top > 0) areas.push({ x: 0, y: 0, width: canvas.width, height: top });
  if (right > 0) areas.push({ x: canvas.width - right, y: 0, width: right, height: canvas.height });
  if (bottom > 0) areas.push({ x: 0, y: canvas.height - bottom, width: canvas.width, height: bottom });
  const x = Math.min(...areas.map((area) => area.x));
  const y = Math.min(...areas.map((area) => area.y));
  const end = { x: Math.max(...areas.map((area) => area.x + area.width)), y: Math.max(...areas.map((area) => area.y + area.height)) };
  return { x, y, width: end.x - x, height: end.y - y };
}

function sideFor(painted: number, area: Measured, canvas: Measured, rule: WorkingSize): number {
  const margin = Math.ceil(Math.max(Math.max(canvas.width, canvas.height) / 16, (area.width + area.height) / 4));
  const side = Math.max(leastSide, painted + 2 * margin);
  const fitting = rule.rule === "fit" ? rule.maxSide : 0;
  return painted + 2 * leastMargin <= fitting ? Math.min(side, fitting) : side;
}

function widenTo(sizes: readonly Size[], width: number, height: number): Size {
  const shapes = sizes.map(([across, down]) => across / down);
  const own = Math.log(width / height);
  const shape = shapes.reduce((best, one) => (Math.abs(Math.log(one) - own) < Math.abs(Math.log(best) - own) ? one : best));
  return [Math.max(width, Math.ceil(height * shape)), Math.max(height, Math.ceil(width / shape))];
}

function toGrain(side: number): number {
  return Math.ceil(side / grain) * grain;
}

/** Centred on what is painted, then slid inside the canvas. */
function place(start: number, length: number, wanted: number, room: number): readonly [start: number, length: number] {
  const side = Math.min(wanted, room);
  return [Math.max(0, Math.min(room - side, Math.round(start + (length - side) / 2))), side];
}

function refuse(field: FieldFault["field"], message: string): Error {
  return invalidInput({ field, rule: "format", message });
}
