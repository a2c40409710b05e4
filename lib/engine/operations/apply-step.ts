/** Carries out one step: finds the places it speaks of, does it there, and leaves alone what is to be kept. */
import type { Step } from "#lib/engine/instructions/operation.ts";
import type { Place } from "#lib/engine/instructions/place.ts";
import type { Typeface } from "#lib/engine/lettering/typeface.ts";
import { findMeant, isKnown, standsBefore } from "#lib/engine/regions/find-meant.ts";
import { findPlace } from "#lib/engine/regions/find-place.ts";
import { inverse, product, shareOf } from "#lib/engine/regions/masks.ts";
import type { Note, Reason } from "#lib/engine/speech/speech.ts";
import { canEnlarge } from "#lib/models/enlarge.ts";
import { blendSlowly } from "#lib/pixels/blend.ts";
import { enlarge } from "#lib/pixels/enlarge/enlarge.ts";
import type { Plane } from "#lib/pixels/plane.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { resizeSlowly } from "#lib/pixels/resample.ts";
import { part, type Work } from "#lib/pixels/work.ts";
import { applyOperation } from "./apply-operation.ts";
import { setBefore } from "./backdrop.ts";
import { reshape } from "./geometry.ts";
import { hasLamps } from "./lamps.ts";
import { defocus, motionBlur } from "./lens.ts";
import { writeWords } from "./lettering.ts";
import { putSky } from "./new-sky.ts";
import { recolour } from "./recolour.ts";
import { removePlace } from "./remove.ts";

const sky = "sky";
const windows = "windows";

/** `looks` is the picture to look for places in: the one that came in, turned and cropped as the result is. */
export interface Canvas {
  readonly raster: Raster;
  readonly looks: Raster;
}

export type Applied =
  | {
      readonly raster: Raster;
      readonly looks: Raster;
      readonly note?: Note | undefined;
      /** What was to be left alone and is not in the picture, in the words of the prompt. */
      readonly missed?: readonly string[];
    }
  /** Nothing could be done, and why. */
  | { readonly reason: Reason };

/** `typeface` is what words are written in. */
export function* applyStep({ raster, looks }: Canvas, step: Step, seed: number, typeface?: Typeface): Work<Applied> {
  const { operation } = step;
  switch (operation.kind) {
    case "rotate":
    case "turn":
    case "straighten":
    case "mirror":
    case "crop":
    case "zoom": {
      const reshaped = yield* part(reshape(looks, operation), 0, looks === raster ? 1 : 0.5);
      if (reshaped === undefined) return { reason: { kind: "level" } };
      // A tilt, and what the picture is of, are told by the picture as it came.
      const own = looks === raster ? reshaped : yield* part(reshape(raster, operation, looks), 0.5, 1);
      return own === undefined ? { reason: { kind: "level" } } : { raster: own, looks: reshaped };
    }
    case "enlarge": {
      if (!canEnlarge(raster, operation.times)) return { reason: { kind: "too large" } };
      const large = yield* enlarge(raster, operation.times);
      return { raster: large, looks: looks === raster ? large : yield* resizeSlowly(looks, large.width, large.height, "area") };
    }
    case "text": {
      const written = typeface && (yield* writeWords(raster, operation, typeface));
      return written === undefined
        ? { reason: { kind: "letters", said: typeface?.missing ?? operation.text } }
        : { raster: written, looks };
    }
    case "sky": {
      const place = yield* part(findPlace(looks, { name: "sky", said: sky }), 0, 0.4);
      if (place === undefined) return { reason: { kind: "not found", said: sky } };
      // A house that is to stay is no sky; what was guessed for it could only cost some.
      const known = step.except.filter(isKnown);
      const { mask } = yield* part(without(looks, place.mask, known), 0.4, 0.5);
      return { raster: yield* part(putSky(raster, mask, operation, seed), 0.5, 1), looks };
    }
    default:
      return yield* applyInPlace({ raster, looks }, { ...step, operation }, seed);
  }
}

type PlacedStep = Step & {
  readonly operation: Exclude<
    Step["operation"],
    { kind: "text" | "sky" | "rotate" | "turn" | "straighten" | "mirror" | "crop" | "zoom" | "enlarge" }
  >;
};

function* applyInPlace({ raster, looks }: Canvas, { operation, place, except }: PlacedStep, seed: number): Work<Applied> {
  const found = place === undefined ? undefined : yield* part(findMeant(looks, place, operation.kind), 0, 0.4);
  if (place !== undefined && found === undefined) return { reason: { kind: place.isGuess ? "unclear" : "not found", said: place.said } };
  const note = found?.note;
  const whole: Plane | undefined = found?.mask ?? (except.length > 0 ? fullMask(looks) : undefined);
  const kept =
    place === undefined ? except : except.filter((each) => isKnown(each) && !(place.name === "background" && standsBefore(each)));
  const left = whole === undefined ? undefined : yield* part(without(looks, whole, kept), 0.4, 0.5);
  const mask = left?.mask;
  switch (operation.kind) {
    case "recolour":
      return mask === undefined
        ? { reason: { kind: "no place" } }
        : { raster: yield* recolour(raster, mask, operation.to.rgb), looks, note };
    case "backdrop": {
      if (mask === undefined) return { reason: { kind: "not found", said: "background" } };
      const to = operation.colour?.rgb ?? operation.scene ?? ([255, 255, 255] as const);
      return { raster: yield* part(setBefore(raster, mask, to, seed), 0.5, 1), looks, note };
    }
    case "remove": {
      const removed = mask === undefined ? undefined : yield* part(removePlace(raster, mask, seed), 0.5, 1);
      return removed === undefined ? { reason: { kind: "too much" } } : { raster: removed, looks: removed, note };
    }
    default: {
      if (mask !== undefined && operation.kind === "filter" && operation.name === "blur")
        return { raster: yield* part(defocus(raster, mask, operation.strength), 0.5, 1), looks, note };
      if (mask !== undefined && operation.kind === "filter" && operation.name === "motion blur")
        return { raster: yield* part(motionBlur(raster, operation.strength, mask), 0.5, 1), looks, note };
      const changed = yield* part(applyOperation(raster, operation, seed), 0.5, 0.98);
      const isUnlit = operation.kind === "look" && operation.hasLights === true && !(yield* hasLamps(raster));
      const missed = [...(left?.missed ?? []), ...(isUnlit ? [windows] : [])];
      return { raster: mask === undefined ? changed : yield* blendSlowly(raster, changed, mask), looks, note, missed };
    }
  }
}

/** Less of a mask than this is left only where the wrong thing was taken for the one to be kept. */
const leastLeft = 0.2;

function* without(
  looks: Raster,
  mask: Plane,
  except: readonly Place[],
): Work<{ readonly mask: Plane; readonly missed: readonly string[] }> {
  let rest = mask;
  const missed: string[] = [];
  for (const place of except) {
    const kept = yield* findMeant(looks, place, undefined);
    if (kept === undefined) {
      missed.push(place.said);
      continue;
    }
    const less = product(rest, inverse(kept.mask));
    if (!(place.isGuess || place.name === "ground") || shareOf(less) >= leastLeft * shareOf(rest)) rest = less;
  }
  return { mask: rest, missed };
}

function fullMask({ width, height }: Raster): Plane {
  return { width, height, data: new Float32Array(width * height).fill(1) };
}
