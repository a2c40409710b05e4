/** Which part of a picture a cut keeps: what stands out in it, heads before all, and else where its interest lies. */
import { isAlive } from "#lib/engine/eye/kinds.ts";
import { lookForNamedThings } from "#lib/engine/eye/named-things.ts";
import { lookForWhatStandsOut } from "#lib/engine/eye/stands-out.ts";
import type { Box } from "#lib/pixels/crop.ts";
import { centreOfInterest } from "#lib/pixels/interest.ts";
import { areaOf } from "#lib/pixels/network/read-boxes.ts";
import { newPlane, type Plane } from "#lib/pixels/plane.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { ramp } from "#lib/pixels/segment/ramp.ts";
import { lookAt } from "#lib/pixels/segment/view.ts";
import { part, type Work } from "#lib/pixels/work.ts";

/** Where the head of somebody is: so much of the height from the top, and as much room as this above it. */
const [headShare, headroom] = [0.25, 0.06];
/** What a head that is surely one counts beside the rest of what stands out. */
const headWeight = 16;
/** So surely somebody is there. */
const leastScore = 0.35;
/** Whoever fills so much of a picture is a face, and no head on a body. */
const mostOfBody = 0.75;
/** Frames that keep so much of the most that can be kept are as good as each other; at both ends of them the subject touches a rim. */
const [asGood, rimShare] = [0.99, 0.25];

/** The box of this size that keeps the most of what the picture is of. */
export function* frameSubject(looks: Raster, width: number, height: number): Work<Box> {
  const [x, y] = centreOfInterest(looks);
  const [roomX, roomY] = [looks.width - width, looks.height - height];
  const [usualX, usualY] = [x * looks.width - width / 2, y * looks.height - height / 2];
  const worth = roomX > 0 || roomY > 0 ? yield* worthOf(looks) : undefined;
  return {
    x: worth === undefined ? within(usualX, roomX) : bestStart(columnsOf(worth), looks.width, width, usualX),
    y: worth === undefined ? within(usualY, roomY) : bestStart(rowsOf(worth), looks.height, height, usualY),
    width,
    height,
  };
}

/** Undefined where nothing is seen to stand out. */
function* worthOf(looks: Raster): Work<Plane | undefined> {
  const view = yield* lookAt(looks);
  const { plane, isSeen } = yield* part(lookForWhatStandsOut(view), 0.05, 0.6);
  const named = yield* part(lookForNamedThings(view), 0.6, 1);
  const alive = named.filter((box) => isAlive(box.kind) && box.score >= leastScore && areaOf(box) < mostOfBody);
  if (!isSeen && alive.length === 0) return undefined;
  const worth = newPlane(plane.width, plane.height);
  if (isSeen) for (let i = 0; i < worth.data.length; i++) worth.data[i] = ramp(plane.data[i] as number, 0.3, 0.8);
  for (const { left, top, right, bottom, score } of alive) {
    const [from, to] = [Math.max(0, top - headroom * (bottom - top)), top + headShare * (bottom - top)];
    for (let row = Math.floor(from * worth.height); row < Math.min(worth.height, to * worth.height); row++)
      for (let column = Math.max(0, Math.floor(left * worth.width)); column < Math.min(worth.width, right * worth.width); column++)
        worth.data[row * worth.width + column] = headWeight * score;
  }
  return worth;
}

function rowsOf({ width, height, data }: Plane): Float64Array {
  const sums = new Float64Array(height);
  for (let i = 0; i < data.length; i++) sums[Math.floor(i / width)] = (sums[Math.floor(i / width)] as number) + (data[i] as number);
  return sums;
}

function columnsOf({ width, data }: Plane): Float64Array {
  const sums = new Float64Array(width);
  for (let i = 0; i < data.length; i++) sums[i % width] = (sums[i % width] as number) + (data[i] as number);
  return sums;
}

/** Of the starts that keep about the most, the one nearest to the usual; `worth` may be coarser than the side. */
export function bestStart(worth: Float64Array, side: number, length: number, usual: number): number {
  const room = side - length;
  const upTo = new Float64Array(worth.length + 1);
  for (let n = 0; n < worth.length; n++) upTo[n + 1] = (upTo[n] as number) + (worth[n] as number);
  const sumTo = (at: number): number => {
    const place = (at / side) * worth.length;
    const whole = Math.min(worth.length - 1, Math.floor(place));
    return (upTo[whole] as number) + (place - whole) * (worth[whole] as number);
  };
  const starts = Array.from({ length: Math.min(room, 2 * worth.length) + 1 }, (_, n, last = Math.min(room, 2 * worth.length)) =>
    last === 0 ? 0 : Math.round((n * room) / last),
  );
  const kept = starts.map((start) => sumTo(start + length) - sumTo(start));
  const most = Math.max(...kept);
  const good = starts.filter((_, n) => (kept[n] as number) >= asGood * most);
  const [first, last] = [good[0] ?? 0, good.at(-1) ?? room];
  const rim = rimShare * (last - first);
  return Math.round(Math.max(first + rim, Math.min(last - rim, usual)));
}

function within(start: number, room: number): number {
  return Math.max(0, Math.min(room, Math.round(start)));
}
