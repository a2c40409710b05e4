/**
 * What a hole is expected to hold before anything is copied: across it the lines that end at its outline, and between them
 * and what is known the smoothest surface. Copies are chosen close to it, most of all along the lines.
 */
import type { Work } from "../work.ts";
import { placeAt, placeOn } from "./curve.ts";
import type { Level } from "./level.ts";
import { boxAround, type Line } from "./lines.ts";
import { stretchMembrane } from "./membrane.ts";
import type { Offset } from "./offsets.ts";
import { profileReach } from "./profile.ts";

/** How far along a line copies may come from, as shares of its length: what lies right behind either end, and farther. */
const reaches = [1, 0.66, 0.33, -0.33, -0.66, -1] as const;
/** A step that long may be a little longer or shorter, if it then keeps nearer to the line. */
const leeway = 3;
/** Which parts of a bent line have shifts of their own, and to how far behind its ends. */
const parts = [0.15, 0.3, 0.45, 0.55, 0.7, 0.85] as const;
const behindEnd = 5;

/** Writes the hole's pixels. Returns how firmly each pixel's colour is expected: 0 where the surface is only smooth, 1 on a line. */
export function* expectColours(level: Level, lines: readonly Line[]): Work<Float32Array> {
  const firmness = new Float32Array(level.hole.length);
  for (const line of lines) {
    yield 0;
    drawLine(level, line, firmness);
  }
  const hole = level.hole.map((unknown, i) => (unknown && firmness[i] === 0 ? 1 : 0));
  yield* stretchMembrane({ ...level, hole });
  return firmness;
}

function drawLine({ width, height, hole, colours }: Level, line: Line, firmness: Float32Array): void {
  const { first, last } = line;
  const box = boxAround(line, profileReach);
  for (let y = Math.max(0, box.top); y <= Math.min(height - 1, box.bottom); y++) {
    for (let x = Math.max(0, box.left); x <= Math.min(width - 1, box.right); x++) {
      const i = y * width + x;
      if (!hole[i]) continue;
      const place = placeOn(line, x, y);
      const along = Math.min(1, Math.max(0, place.along / line.length));
      const firm = 1 - Math.abs(place.aside) / (profileReach + 1);
      if (Math.abs(place.aside) > profileReach || firm <= (firmness[i] as number)) continue;
      firmness[i] = firm;
      const k = Math.min(2 * profileReach - 1, Math.floor(place.aside + profileReach));
      const share = place.aside + profileReach - k;
      for (let c = 0; c < 3; c++) {
        const at = (profile: Float32Array): number =>
          (1 - share) * (profile[k * 3 + c] as number) + share * (profile[k * 3 + 3 + c] as number);
        colours[i * 3 + c] = (1 - along) * at(first) + along * at(last);
      }
    }
  }
}

/** Shifts that carry on what lies behind the ends of a line, as near to its direction as whole pixels allow. */
export function offsetsAlong(lines: readonly Line[]): readonly Offset[] {
  return lines.flatMap((line) => (line.bend === 0 ? alongStraight(line) : alongBent(line)));
}

/** What is bent fits where it is laid only for a little: each part of it has its own shift to what lies behind the nearer end. */
function alongBent(line: Line): readonly Offset[] {
  return parts.map((share) => {
    const [x, y] = placeAt(line, share * line.length, 0);
    const [knownX, knownY] = placeAt(line, share < 0.5 ? -behindEnd : line.length + behindEnd, 0);
    return { dx: Math.round(knownX - x), dy: Math.round(knownY - y) };
  });
}

function alongStraight({ stepX, stepY, length }: Line): readonly Offset[] {
  return reaches.map((reach) => {
    const wanted = reach * (length + 2);
    let [best, least] = [{ dx: 0, dy: 0 }, Infinity];
    for (let far = wanted - leeway; far <= wanted + leeway; far++) {
      const offset = { dx: Math.round(far * stepX), dy: Math.round(far * stepY) };
      const aside = Math.abs(offset.dy * stepX - offset.dx * stepY) + 0.02 * Math.abs(far - wanted);
      if (aside < least) [best, least] = [offset, aside];
    }
    return best;
  });
}
