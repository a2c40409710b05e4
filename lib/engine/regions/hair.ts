/** Somebody's hair: what lies about the crown of the head and has its colours rather than the face's. */
import { crop } from "#lib/pixels/crop.ts";
import type { NamedBox } from "#lib/pixels/network/read-boxes.ts";
import { newPlane, type Plane } from "#lib/pixels/plane.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { cutOut } from "#lib/pixels/segment/cut-out.ts";
import { ramp } from "#lib/pixels/segment/ramp.ts";
import { refineMask, scalePlane } from "#lib/pixels/segment/refine.ts";
import { lookAt, type View } from "#lib/pixels/segment/view.ts";
import { part, type Work } from "#lib/pixels/work.ts";
import { componentsOf } from "./components.ts";
import { boxAbout } from "./find-named.ts";
import { guessNatural } from "./guesses.ts";
import { cutFrom, productSlowly, spreadOut } from "./masks.ts";

export function isHair(said: string): boolean {
  return /\bhair$|头发$|发色$/u.test(said);
}

/** Of somebody's height, where hair may be. */
export const ofHair = [-0.1, 0.35] as const;

interface Head {
  /** In pixels of a view: the crown, the middle across, and how wide it is. */
  readonly crown: number;
  readonly middle: number;
  readonly width: number;
}

const covered = 0.6;

/** Undefined where no head tops what is seen of somebody. */
export function* findHair(looks: Raster, person: Plane, box: NamedBox): Work<Plane | undefined> {
  const about = boxAbout(box, looks);
  const near = crop(looks, about);
  const view = yield* lookAt(near);
  const whole = cutFrom(person, about);
  const own = scalePlane(whole, view.width, view.height);
  yield 0.2;
  const head = findHead(own);
  if (head === undefined) return undefined;
  // Hair that runs out above, or legs that were taken for somebody, have no crown where the box says that somebody begins.
  const crown = (about.y + (head.crown / view.height) * about.height) / looks.height;
  if (crown < leastAbove || crown > box.top + mostBelow * (box.bottom - box.top)) return undefined;
  const guess = guessHair(view, own, head);
  if (guess === undefined) return undefined;
  const cut = yield* part(cutOut(view, guess, { trustColours: 0.15, smoothness: 1 }), 0.3, 0.7);
  for (let i = 0; i < cut.data.length; i++) cut.data[i] = (cut.data[i] as number) * (own.data[i] as number);
  const fine = yield* part(refineMask(near, fromCrown(cut, head)), 0.7, 0.95);
  return spreadOut(yield* part(productSlowly(fine, whole), 0.95, 1), about, looks);
}

/** Of the picture above the crown; of somebody's box above it. */
const [leastAbove, mostBelow] = [0.006, 0.08];

/** What hangs together with the crown: a coat of its colour does not. */
function fromCrown(mask: Plane, { crown, width: wide }: Head): Plane {
  const result = newPlane(mask.width, mask.height);
  const end = (crown + crownDepth * wide) * mask.width;
  for (const pixels of componentsOf(mask.data, mask.width, mask.height))
    if (pixels.some((i) => i < end)) for (const i of pixels) result.data[i] = 1;
  return result;
}

/** The first rows that are covered widen to a head, which is about as high as wide. */
function findHead({ width, height, data }: Plane): Head | undefined {
  const rows = Array.from({ length: height }, (_, y) => {
    const columns: number[] = [];
    for (let x = 0; x < width; x++) if ((data[y * width + x] as number) > covered) columns.push(x);
    return columns;
  });
  const crown = rows.findIndex(({ length }) => length > leastCrown * width);
  if (crown < 0) return undefined;
  // Shoulders are wider: where the width first stops growing is the head's.
  let widest = crown;
  for (let y = crown; y < height && y - crown < 1.1 * Math.max(4, rows[widest]?.length ?? 0); y++)
    if ((rows[y]?.length ?? 0) > (rows[widest]?.length ?? 0) && y - crown < 0.6 * (rows[y]?.length ?? 0)) widest = y;
  const columns = rows[widest] as number[];
  return { crown, middle: ((columns[0] as number) + (columns.at(-1) as number)) / 2, width: columns.length };
}

const leastCrown = 0.03;

/** In widths of a head: how deep the crown is, and where a face lies and how large it is. */
const crownDepth = 0.16;
const [faceDown, faceAcross, faceHigh] = [0.72, 0.22, 0.3];
const [leastSeeds, leastSkin, leastUnlike] = [12, 0.5, 5];
/** How far below the crown hair hangs at most, in widths of a head. */
const longest = 2;
/** In Lab. */
const pale = 16;

function guessHair(view: View, own: Plane, head: Head): Plane | undefined {
  const { width, lab } = view;
  const skin = guessNatural(view, "skin");
  const [hair, face]: [number[], number[]] = [[], []];
  const place = (i: number): readonly [across: number, down: number] => [
    ((i % width) - head.middle) / head.width,
    (Math.floor(i / width) - head.crown) / head.width,
  ];
  for (let i = 0; i < own.data.length; i++) {
    if ((own.data[i] as number) < covered) continue;
    const [across, down] = place(i);
    if (down < crownDepth && down >= 0) hair.push(i);
    else if (Math.hypot(across / faceAcross, (down - faceDown) / faceHigh) < 1) face.push(i);
  }
  if (hair.length < leastSeeds || face.length < leastSeeds) return undefined;
  const [toHair, toFace] = [nearest(lab, hair), nearest(lab, face)];
  const meanOf = (at: (i: number) => number): number => face.reduce((sum, i) => sum + at(i), 0) / face.length;
  // Seen from behind, or with a wall for hair, there is no face where it should be.
  if (meanOf((i) => skin.data[i] as number) < leastSkin || meanOf(toHair) < leastUnlike) return undefined;
  const guess = newPlane(own.width, own.height);
  for (let i = 0; i < guess.data.length; i++) {
    const [across, down] = place(i);
    if ((own.data[i] as number) < 0.1 || down > longest) continue;
    const inFace = ramp(Math.hypot(across / faceAcross, (down - faceDown) / (faceHigh * 1.5)), 1.5, 0.9);
    // Light makes hair at the sides as pale as a face; there is no face.
    const beside = pale * ramp(Math.abs(across), 0.3, 0.42);
    const isLike =
      ramp(toFace(i) - toHair(i), -4 - beside, 8 - beside) * ramp(toHair(i), 26 + beside / 2, 11) * ramp(Math.abs(across), 0.95, 0.7);
    guess.data[i] = (own.data[i] as number) * Math.min(0.95, 0.05 + 0.9 * isLike) * (1 - 0.9 * inFace) * ramp(down, longest, longest - 0.6);
  }
  for (const i of hair) guess.data[i] = 0.95;
  return guess;
}

/** How far the nearest of their usual colours is, in Lab. */
function nearest(lab: Float32Array, pixels: readonly number[]): (pixel: number) => number {
  const sorted = pixels.toSorted((one, other) => (lab[one * 3] as number) - (lab[other * 3] as number));
  const usual = [0.1, 0.3, 0.5, 0.7, 0.9].map((share) => {
    const from = Math.floor((share - 0.1) * sorted.length);
    const some = sorted.slice(from, Math.max(from + 1, Math.floor((share + 0.1) * sorted.length)));
    return [0, 1, 2].map((c) => some.reduce((sum, i) => sum + (lab[i * 3 + c] as number), 0) / some.length);
  });
  return (i) =>
    Math.min(...usual.map((mean) => Math.hypot(...mean.map((value, c) => (c === 0 ? 0.7 : 1) * ((lab[i * 3 + c] as number) - value)))));
}
