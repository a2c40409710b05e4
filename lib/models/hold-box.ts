/** Keeps a box that a person draws within the rules: on the canvas, around all that is painted and blended, not too small. */
import type { Box } from "#lib/wire.ts";
import { canvasOf, chooseFrame, type FrameRequest, frameFor, smallestBox } from "./choose-frame.ts";
import { fitContent } from "./fit-content.ts";

const leastSide = 64;

/** The drawn box, grown where it would cut off something. */
export function holdBox(request: FrameRequest, drawn: Box): Box {
  let box = onCanvas(request, drawn);
  // A larger box is shown smaller, and then the blend reaches further: it settles after a few rounds.
  for (let round = 0; round < 8; round += 1) {
    const held = around(box, leastOf(request, box));
    if (isSame(held, box)) return box;
    box = held;
  }
  return canTake(request, box) ? box : chooseFrame(request).box;
}

/** The same box elsewhere, as far as it can go. */
export function slideBox(request: FrameRequest, drawn: Box): Box {
  const canvas = canvasOf(request.picture, request.expand);
  const least = leastOf(request, drawn);
  const x = between(Math.round(drawn.x), Math.max(0, least.x + least.width - drawn.width), Math.min(canvas.width - drawn.width, least.x));
  const y = between(
    Math.round(drawn.y),
    Math.max(0, least.y + least.height - drawn.height),
    Math.min(canvas.height - drawn.height, least.y),
  );
  return holdBox(request, { ...drawn, x, y });
}

function leastOf(request: FrameRequest, box: Box): Box {
  return smallestBox(request, { box, ...fitContent(request.rule, box) });
}

function canTake(request: FrameRequest, box: Box): boolean {
  try {
    frameFor(request, box);
    return true;
  } catch {
    return false;
  }
}

function onCanvas({ picture, expand }: FrameRequest, { x, y, width, height }: Box): Box {
  const canvas = canvasOf(picture, expand);
  const [left, across] = side(x, width, canvas.width);
  const [top, down] = side(y, height, canvas.height);
  return { x: left, y: top, width: across, height: down };
}

function side(start: number, length: number, room: number): readonly [start: number, length: number] {
  const least = Math.min(leastSide, room);
  const from = between(Math.round(start), 0, room - least);
  return [from, between(Math.round(start + length), from + least, room) - from];
}

function around(one: Box, other: Box): Box {
  const [x, y] = [Math.min(one.x, other.x), Math.min(one.y, other.y)];
  const right = Math.max(one.x + one.width, other.x + other.width);
  return { x, y, width: right - x, height: Math.max(one.y + one.height, other.y + other.height) - y };
}

function isSame(one: Box, other: Box): boolean {
  return one.x === other.x && one.y === other.y && one.width === other.width && one.height === other.height;
}

function between(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
