/** What has the colour of a thing and is none of it: other things joined to it by something thin, and skin. */
import { gaussianBlur } from "#lib/pixels/blur.ts";
import type { Plane } from "#lib/pixels/plane.ts";
import { ramp } from "#lib/pixels/segment/ramp.ts";
import type { View } from "#lib/pixels/segment/view.ts";
import type { Candidate } from "./candidates.ts";
import { guessNatural } from "./guesses.ts";
import { type Sample, strengthOf } from "./likeness.ts";

/** Of the picture's longer side. */
const bridge = 0.009;

/** Black hair and a black shirt are joined by no more than the dark rim of a window: what is thin parts. */
export function withoutBridges(likely: readonly number[], { width, height }: View): readonly number[] {
  const about = gaussianBlur({ width, height, data: Float32Array.from(likely) }, bridge * Math.max(width, height)).data;
  return likely.map((value, i) => value * ramp(about[i] as number, 0.5, 0.7));
}

const [leastSkin, paler] = [0.6, 0.8];

/** A wooden table has the hue of the faces about it, which are weaker in it. */
export function withoutSkin(view: View, samples: readonly Sample[], chosen: readonly Candidate[]): readonly Candidate[] {
  const [largest] = chosen.toSorted((a, b) => b.pixels.length - a.pixels.length);
  if (largest === undefined || chosen.length < 2) return chosen;
  const skin = guessNatural(view, "skin").data;
  const mean = ({ pixels }: Candidate, of: (i: number) => number): number => pixels.reduce((sum, i) => sum + of(i), 0) / pixels.length;
  const strength = (i: number): number => strengthOf(samples[i] as Sample);
  const own = mean(largest, strength);
  return chosen.filter((each) => mean(each, (i) => skin[i] as number) < leastSkin || mean(each, strength) > paler * own);
}

/** Of what was seen. */
const leastOfSeen = 0.15;

/** A white bird before a bright sky: where what was seen has the colour, it is meant, and not all else that is as pale. */
export function withinSeen(likely: readonly number[], seen: Plane | undefined): readonly number[] {
  if (seen === undefined) return likely;
  const shares = likely.map((value, i) => value * (seen.data[i] as number));
  let [own, all] = [0, 0];
  for (const [i, share] of shares.entries()) {
    own += share;
    all += seen.data[i] as number;
  }
  return own > leastOfSeen * all ? shares : likely;
}
