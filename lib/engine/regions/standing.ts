/** How much each pixel counts where a thing is sought by its colour. */
import { lookForWhatStandsOut } from "#lib/engine/eye/stands-out.ts";
import { gaussianBlur } from "#lib/pixels/blur.ts";
import type { Plane } from "#lib/pixels/plane.ts";
import { ramp } from "#lib/pixels/segment/ramp.ts";
import { findSaliencySlowly } from "#lib/pixels/segment/saliency.ts";
import type { View } from "#lib/pixels/segment/view.ts";
import type { Work } from "#lib/pixels/work.ts";
import { guessNatural } from "./guesses.ts";

/** What stands out, and rather what neither sky nor leaves look like. */
export function* standingOf(view: View, ground: number): Work<Plane> {
  const { plane, isSeen } = yield* lookForWhatStandsOut(view);
  const coloured = isSeen ? yield* findSaliencySlowly(view) : plane;
  // A thing that is spoken of need not be the one that stands out.
  const salient = { ...plane, data: plane.data.map((value, i) => (value + (coloured.data[i] as number)) / 2) };
  const sky = guessNatural(view, "sky");
  yield 0.5;
  const plants = guessNatural(view, "plants");
  yield 0.6;
  // What is blurred is rarely meant, however strong its colour.
  const focus = gaussianBlur(view.slope, Math.max(view.width, view.height) / 36).data;
  const told = view.focus().data;
  yield 0.7;
  const sharpest = Math.max(4, [...focus].sort((a, b) => a - b)[Math.floor(focus.length * 0.95)] ?? 0);
  const data = salient.data.map((value, i) => {
    const sharp = 0.2 + 0.8 * Math.min(1, (focus[i] as number) / sharpest);
    const isGround = Math.max(sky.data[i] as number, plants.data[i] as number);
    const least = Math.max(0.85 * (sky.data[i] as number), ground * (plants.data[i] as number));
    const inFocus = 1 - 0.85 * ramp(-(told[i] as number), 0.1, 0.6);
    return inFocus * Math.max(value * (1 - least), 0.3 * sharp * (1 - isGround)) + 0.01;
  });
  return { ...salient, data };
}
