/**
 * What is bent or aslant cannot be copied in shifted pieces: each fits where it is laid only for a little, and together they
 * are stairs. Along a line the picture is therefore taken from what the line is beyond its ends, mirrored at the outline and
 * turned as the line turns, and fades into the copies on both sides.
 */
import type { Work } from "../work.ts";
import { placeAt, placeOn } from "./curve.ts";
import { type Level, readBetween } from "./level.ts";
import { boxAround, type Line } from "./lines.ts";
import { profileReach, strengthOf } from "./profile.ts";

/** So far to both sides nothing but the line counts, and so far it fades. Straight ones were copied well, but for their edge. */
const bentReach = { firm: 5, soft: 11 } as const;
const straightReach = { firm: 2, soft: 5 } as const;
/** Where what is taken from the one end gives way to what is taken from the other, as shares of the way. */
const [givesWay, hasGivenWay] = [0.4, 0.6];
/** Beyond an end the line is followed as long as what stands across this near it is like the rest, as a share of how it stands out. */
const core = 3;
const mostUnlike = 0.6;
const [leastLimit, mostLimit] = [10, 24];
const shortestSpan = 5;
/** Pixels from which on the picture has to be known, so that a single one between unknown ones is no beginning. */
const knownFor = 3;

/** What lies beyond one end of a line: from where on it is known at each place across, and for how far it is like the line. */
interface Beyond {
  readonly starts: Float32Array;
  readonly span: number;
  readonly own: Float32Array;
  readonly other: Float32Array;
  readonly placeAt: (outwards: number, aside: number) => readonly [x: number, y: number];
}

/** Writes the hole's pixels along the lines, and where they come from. */
export function* layAlong(level: Level, origin: Int32Array, lines: readonly Line[]): Work<void> {
  const { width, height, hole, colours } = level;
  const isLaid = new Uint8Array(hole.length);
  const taken = new Float32Array(3);
  for (const line of lines) {
    const { firm, soft } = line.bend === 0 ? straightReach : bentReach;
    const ends = [lookBeyond(level, line, -1), lookBeyond(level, line, 1)] as const;
    if (Math.min(ends[0].span, ends[1].span) < shortestSpan) continue;
    const box = boxAround(line, soft);
    for (let y = Math.max(0, box.top); y <= Math.min(height - 1, box.bottom); y++) {
      yield 0;
      for (let x = Math.max(0, box.left); x <= Math.min(width - 1, box.right); x++) {
        const i = y * width + x;
        if (!hole[i] || isLaid[i]) continue;
        const { along, aside } = placeOn(line, x, y);
        const from = Math.abs(aside) >= soft ? -1 : takeAlong(level, ends, line.length, along, aside, taken);
        if (from < 0) continue;
        const share = Math.min(1, (soft - Math.abs(aside)) / (soft - firm));
        for (let c = 0; c < 3; c++) colours[i * 3 + c] = (1 - share) * (colours[i * 3 + c] as number) + share * (taken[c] as number);
        if (share < 1) continue;
        isLaid[i] = 1;
        origin[i] = from;
      }
    }
  }
}

function lookBeyond(level: Level, line: Line, sign: 1 | -1): Beyond {
  const [end, own, other] = sign < 0 ? [0, line.first, line.last] : [line.length, line.last, line.first];
  const place = (outwards: number, aside: number) => placeAt(line, end + sign * outwards, aside);
  const colour = new Float32Array(3);
  const isKnown = (outwards: number, aside: number): boolean => readBetween(level, ...place(outwards, aside), 1, colour.fill(0), 0);
  const starts = Float32Array.from({ length: 2 * bentReach.soft + 1 }, (_, k) => {
    const aside = k - bentReach.soft;
    for (let u = -line.length / 2; u <= line.length / 2; u++) if (isKnown(u, aside) && isKnown(u + knownFor, aside)) return u;
    return Infinity;
  });
  const limit = Math.min(mostLimit, Math.max(leastLimit, mostUnlike * strengthOf(own)));
  let span = 0;
  for (; span < line.length; span++) {
    let [differs, count] = [0, 0];
    for (let k = -core; k <= core; k++) {
      if (!isKnown((starts[k + bentReach.soft] as number) + span, k)) continue;
      for (let c = 0; c < 3; c++) differs += ((colour[c] as number) - (own[(k + profileReach) * 3 + c] as number)) ** 2;
      count += 3;
    }
    if (count < 3 * core || Math.sqrt(differs / count) > limit) break;
  }
  return { starts, span, own, other, placeAt: place };
}

/** Where a place on the line has its colours from, there and back again where the line is not known as far; -1 where from nowhere. */
function takeAlong(level: Level, ends: readonly Beyond[], length: number, along: number, aside: number, into: Float32Array): number {
  const far = Math.min(1, Math.max(0, along / length));
  const later = Math.min(1, Math.max(0, (far - givesWay) / (hasGivenWay - givesWay)));
  let from = -1;
  into.fill(0);
  for (const [n, { starts, span, own, other, placeAt: place }] of ends.entries()) {
    const [weight, inwards, share] = n === 0 ? [1 - later, along, far] : [later, length - along, 1 - far];
    if (weight === 0) continue;
    const start = starts[Math.round(aside) + bentReach.soft] as number;
    if (!(inwards + start >= 0 && start < Infinity)) return -1;
    const around = (inwards + start) % (2 * span);
    const [x, y] = place(start + Math.min(around, 2 * span - around), aside);
    if (!readBetween(level, x, y, weight, into, 0)) return -1;
    // On the way its tones become those of the other end.
    for (let c = 0; c < 3; c++) into[c] = (into[c] as number) + weight * share * (across(other, aside, c) - across(own, aside, c));
    if (weight >= 0.5) from = Math.round(y) * level.width + Math.round(x);
  }
  return from;
}

/** Of a profile at a place across; beyond it, at its rim. */
function across(profile: Float32Array, aside: number, c: number): number {
  const at = Math.min(profileReach, Math.max(-profileReach, aside)) + profileReach;
  const k = Math.min(2 * profileReach - 1, Math.floor(at));
  return (1 - at + k) * (profile[k * 3 + c] as number) + (at - k) * (profile[k * 3 + 3 + c] as number);
}
