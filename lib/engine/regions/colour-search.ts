/** Looks a picture over, made small, for the pieces of colour that words speak of. */
import { lookForWhatStandsOut } from "#lib/engine/eye/stands-out.ts";
import type { Thing } from "#lib/engine/instructions/things.ts";
import { type Rgb, rgbToHsl } from "#lib/pixels/colour.ts";
import { newPlane, type Plane } from "#lib/pixels/plane.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { ramp } from "#lib/pixels/segment/ramp.ts";
import { lookAt, type View } from "#lib/pixels/segment/view.ts";
import type { Work } from "#lib/pixels/work.ts";
import { type Candidate, candidatesOf, centrality, chooseFlock, chooseOne, chooseTogether, unlikeAbout } from "./candidates.ts";
import {
  aimOf,
  chromaOf,
  hillsOf,
  hueCounts,
  isColoured,
  type Likeness,
  likeNamed,
  likeWindow,
  type Sample,
  sampleAt,
  strengthOf,
  windowNear,
} from "./likeness.ts";
import { product } from "./masks.ts";
import { withinSeen, withoutBridges, withoutSkin } from "./sift-pieces.ts";
import { standingOf } from "./standing.ts";

export interface Wish {
  /** The colour it is said to have. */
  readonly named?: Rgb | undefined;
  /** Of what has the colour only that which stands out; a blue box is not the sky. */
  readonly isThing?: boolean | undefined;
  /** What is known of things of its name. */
  readonly thing?: Thing | undefined;
  /** "The boats" are all of them. */
  readonly isMany?: boolean | undefined;
}

const searchSide = 320;

interface Search {
  readonly view: View;
  readonly samples: readonly Sample[];
  /** How much each pixel stands out before sky and leaves. */
  readonly standing: Plane;
  /** What the network saw, where a thing of no colour is meant. */
  readonly seen: Plane | undefined;
  readonly wish: Wish;
}

export interface Pieces {
  readonly view: View;
  /** 1 where a chosen piece is. */
  readonly gate: Plane;
  /** Of the best piece. */
  readonly likeness: Likeness;
  /** Nothing had a colour: what is like the middle was taken. */
  readonly isCentre: boolean;
}

export function* searchPieces(source: Raster, wish: Wish): Work<Pieces | undefined> {
  const view = yield* lookAt(source, searchSide);
  const samples = Array.from({ length: view.width * view.height }, (_, i) => sampleAt(view.raster, i));
  yield 0.2;
  const isAll = wish.named !== undefined && !wish.isThing;
  const unusual = isAll ? evenPlane(view) : yield* standingOf(view, groundFor(wish));
  const standing = wish.thing?.isSmall ? product(unusual, unlikeAbout(view)) : unusual;
  const looked = wish.isThing && wish.named !== undefined && !isColoured(wish.named) ? yield* lookForWhatStandsOut(view) : undefined;
  const search: Search = { view, samples, standing, seen: looked?.isSeen ? looked.plane : undefined, wish };
  yield 0.8;
  const { chosen: all, isCentre } = isAll ? allOf(search) : oneOf(search);
  yield 0.9;
  const isAsItIs = wish.named !== undefined || isCentre || wish.thing?.isSmall;
  const chosen = isAsItIs ? all : withoutSkin(view, samples, all);
  const [best] = chosen.toSorted((a, b) => b.score - a.score);
  if (best === undefined) return undefined;
  const gate = newPlane(view.width, view.height);
  for (const { pixels } of chosen) for (const i of pixels) gate.data[i] = 1;
  return { view, gate, likeness: best.likeness, isCentre };
}

/** How much less sky and leaves count: where no colour is asked for they are rarely meant, and what is small is told by itself. */
function groundFor({ named, thing }: Wish): number {
  if (thing?.isSmall) return 0.2;
  return named !== undefined || (thing?.colours.length ?? 0) > 0 ? 0.5 : 0.85;
}

interface Choice {
  readonly chosen: readonly Candidate[];
  readonly isCentre: boolean;
}

/** "The blues": everything of the colour. */
function allOf({ view, samples, standing, wish }: Search): Choice {
  const likeness = likeNamed(wish.named as Rgb);
  const all = [...candidatesOf(view, samples.map(likeness), likeness, standing, undefined)];
  return { chosen: chooseOne(all, 0.02, Infinity), isCentre: false };
}

function oneOf(search: Search): Choice {
  const { view, samples, standing, seen, wish } = search;
  const isNeutral = wish.named !== undefined && !isColoured(wish.named);
  const counts = hueCounts(
    samples,
    (sample, i) => weightOf(sample) * centrality(i, view) * (standing.data[i] as number) ** (wish.named ? 1 : 2),
  );
  const looks = isNeutral ? [{ likeness: likeNamed(wish.named as Rgb), preference: 1 }] : looksFor(search, counts);
  const isCentre = looks.length === 0;
  const tried = isCentre ? [{ likeness: likeCentre(samples, view), preference: 1 }] : looks;
  const all = tried.flatMap(({ likeness, preference }) => {
    const likely = samples.map(likeness);
    return [
      ...candidatesOf(
        view,
        isNeutral ? withoutBridges(withinSeen(likely, seen), view) : likely,
        likeness,
        standing,
        wish.thing,
        preference,
      ),
    ];
  });
  const [best] = chooseOne(all, 1, 0);
  if (best === undefined) return { chosen: [], isCentre };
  // A small thing may be of several colours at once, a kite of all of them.
  if (wish.thing?.isSmall && wish.thing.colours.length === 0 && !wish.thing.isRound)
    return { chosen: wish.isMany ? chooseFlock(all) : chooseTogether(all, 0.3, 0.5), isCentre };
  const limits: readonly [least: number, reach: number] = wish.isMany
    ? [0.04, Infinity]
    : isNeutral
      ? [0.2, 0.12]
      : wish.thing !== undefined && !wish.thing.isBroad
        ? [0.12, 0.3]
        : [0.05, 0.6];
  if (isNeutral || isCentre) return { chosen: chooseOne(all, ...limits), isCentre };
  const own = asStrongAs(search, best, 0.7, 0.3);
  const chosen = chooseOne(own, ...limits, wish.isMany);
  // What spreads over half of the picture has run from a red saucer into reddish wood.
  const spread = chosen.reduce((sum, { pixels }) => sum + pixels.length, 0) / samples.length;
  const isSpread = spread > mostSpread && wish.named === undefined && wish.thing === undefined;
  const kept = isSpread ? chooseOne(asStrongAs(search, best, 0.9, 0.55), ...limits) : chosen;
  return { chosen: kept, isCentre };
}

const mostSpread = 0.45;

/** The best piece tells how strong the colour is: brown wood beside a red tank is of the same hue. */
function asStrongAs(
  { view, samples, standing, wish }: Search,
  { pixels, likeness }: Candidate,
  rank: number,
  least: number,
): readonly Candidate[] {
  const own = pixels.map((i) => samples[i] as Sample).sort((a, b) => strengthOf(a) - strengthOf(b));
  // Much that is dull counts for less than the little that is bright.
  const total = own.reduce((sum, sample) => sum + chromaOf(sample) ** 2, 0);
  let below = 0;
  const middle = own.find((sample) => {
    below += chromaOf(sample) ** 2;
    return below >= rank * total;
  });
  const usual = middle === undefined ? 0 : strengthOf(middle);
  const stronger: Likeness = (sample) => likeness(sample) * ramp(strengthOf(sample), least * usual, (least + 0.2) * usual);
  return [...candidatesOf(view, samples.map(stronger), stronger, standing, wish.thing)];
}

interface Look {
  readonly likeness: Likeness;
  readonly preference: number;
}

/** In which colours to look: the named one, those a thing of this name has, or whatever is strongest. */
function looksFor({ samples, wish }: Search, counts: Float64Array): readonly Look[] {
  const hues = (wish.named !== undefined ? [wish.named] : (wish.thing?.colours ?? [])).map((rgb) => rgbToHsl(...rgb)[0]);
  const near = hues.flatMap((hue, n): readonly Look[] => {
    const [aim, reach] = aimOf(hue);
    const window = windowNear(counts, aim, reach + 6);
    if (window !== undefined) return [{ likeness: likeWindow(window), preference: 0.7 ** n }];
    return wish.named === undefined ? [] : [{ likeness: likeNamed(wish.named), preference: 1 }];
  });
  if (hues.length > 0) return near;
  const strongest = Math.max(...counts);
  if (strongest < samples.length * 0.008) return wish.thing?.isSmall ? greys : [];
  const hills = wish.thing === undefined ? hillsOf(counts).slice(0, 1) : hillsOf(counts);
  const coloured = hills.flatMap((hue): readonly Look[] => {
    const window = windowNear(counts, hue, 6);
    return window === undefined ? [] : [{ likeness: likeWindow(window), preference: 1 }];
  });
  return wish.thing?.isSmall ? [...coloured, ...greys] : coloured;
}

/** A bird against the light, a gull: of no colour at all. */
const greys: readonly Look[] = [
  { likeness: (sample) => ramp(sample.lab[0], 36, 24) * ramp(chromaOf(sample), 22, 12), preference: 0.22 },
  { likeness: (sample) => ramp(sample.lab[0], 70, 82) * ramp(chromaOf(sample), 16, 8), preference: 0.22 },
];

export function isGrey(likeness: Likeness): boolean {
  return greys.some((look) => look.likeness === likeness);
}

/** Strong colours count, and hardly coloured ones not at all. */
function weightOf(sample: Sample): number {
  const chroma = chromaOf(sample);
  return chroma < 14 ? 0 : chroma * chroma;
}

function likeCentre(samples: readonly Sample[], { width, height }: View): Likeness {
  const mean = [0, 0, 0];
  let count = 0;
  samples.forEach(({ lab }, i) => {
    const x = (i % width) / width - 0.5;
    const y = Math.floor(i / width) / height - 0.5;
    if (Math.abs(x) > 0.08 || Math.abs(y) > 0.08) return;
    count++;
    for (let c = 0; c < 3; c++) mean[c] = (mean[c] as number) + (lab[c] as number);
  });
  const [l, a, b] = mean.map((value) => value / Math.max(1, count)) as [number, number, number];
  return ({ lab }) => ramp(30 - Math.hypot(0.7 * (lab[0] - l), lab[1] - a, lab[2] - b), 0, 14);
}

function evenPlane({ width, height }: View): Plane {
  return { width, height, data: new Float32Array(width * height).fill(1) };
}
