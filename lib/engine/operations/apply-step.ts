/** Carries out one step: finds the places it speaks of, does it there, and leaves alone what is to be kept. */
import type { Step } from "#lib/engine/instructions/operation.ts";
import type { Place } from "#lib/engine/instructions/place.ts";
import { findRegion } from "#lib/engine/regions/colour-region.ts";
import { findPlace, inverse, product } from "#lib/engine/regions/find-place.ts";
import { blend } from "#lib/pixels/blend.ts";
import type { Plane } from "#lib/pixels/plane.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { part, type Work } from "#lib/pixels/work.ts";
import { applyOperation } from "./apply-operation.ts";
import { setBefore } from "./backdrop.ts";
import { reshape } from "./geometry.ts";
import { defocus } from "./lens.ts";
import { writeText } from "./lettering.ts";
import { putSky } from "./new-sky.ts";
import { recolour } from "./recolour.ts";
import { removePlace } from "./remove.ts";

/** `looks` is the picture to look for places in: the one that came in, turned and cropped as the result is. */
export interface Canvas {
  readonly raster: Raster;
  readonly looks: Raster;
}

export type Applied =
  | { readonly raster: Raster; readonly looks: Raster; readonly note?: string | undefined }
  /** Nothing could be done, and why. */
  | { readonly reason: string };

export function* applyStep({ raster, looks }: Canvas, step: Step, seed: number): Work<Applied> {
  const { operation } = step;
  switch (operation.kind) {
    case "rotate":
    case "turn":
    case "straighten":
    case "mirror":
    case "crop":
    case "zoom": {
      const reshaped = reshape(looks, operation);
      if (reshaped === undefined) return { reason: "no line in the picture leans" };
      // A tilt is measured once, on the picture as it came.
      const own = looks === raster ? reshaped : reshape(raster, operation);
      return own === undefined ? { reason: "no line in the picture leans" } : { raster: own, looks: reshaped };
    }
    case "text": {
      const { text, at, colour, isLarge } = operation;
      const written = yield* writeText(raster, { text, at, colour: colour?.rgb, isLarge });
      return written === undefined ? { reason: "not among the letters this engine can draw" } : { raster: written, looks };
    }
    case "sky": {
      const sky = yield* part(findPlace(looks, { name: "sky", said: "sky" }), 0, 0.4);
      if (sky === undefined) return { reason: "no sky was found" };
      const kept = yield* part(without(looks, sky.mask, step.except), 0.4, 0.5);
      return { raster: yield* part(putSky(raster, kept, operation.name, seed), 0.5, 1), looks };
    }
    default:
      return yield* applyInPlace({ raster, looks }, { ...step, operation }, seed);
  }
}

type PlacedStep = Step & {
  readonly operation: Exclude<Step["operation"], { kind: "text" | "sky" | "rotate" | "turn" | "straighten" | "mirror" | "crop" | "zoom" }>;
};

function* applyInPlace({ raster, looks }: Canvas, { operation, place, except }: PlacedStep, seed: number): Work<Applied> {
  const found = place === undefined ? undefined : yield* part(findFor(looks, place, operation.kind), 0, 0.4);
  if (place !== undefined && found === undefined) return { reason: `no ${place.said} was found` };
  const note = found?.note;
  const whole: Plane | undefined = found?.mask ?? (except.length > 0 ? fullMask(looks) : undefined);
  const mask = whole === undefined ? undefined : yield* part(without(looks, whole, except), 0.4, 0.5);
  switch (operation.kind) {
    case "recolour":
      return mask === undefined
        ? { reason: "no place was named" }
        : { raster: yield* recolour(raster, mask, operation.to.rgb), looks, note };
    case "backdrop": {
      if (mask === undefined) return { reason: "no background was found" };
      const to = operation.colour?.rgb ?? operation.scene ?? ([255, 255, 255] as const);
      return { raster: yield* part(setBefore(raster, mask, to, seed), 0.5, 1), looks, note };
    }
    case "remove": {
      const removed = mask === undefined ? undefined : yield* part(removePlace(raster, mask, seed), 0.5, 1);
      return removed === undefined ? { reason: "too much of the picture to fill again" } : { raster: removed, looks: removed, note };
    }
    default: {
      if (mask !== undefined && operation.kind === "filter" && operation.name === "blur")
        return { raster: yield* part(defocus(raster, mask, operation.strength), 0.5, 1), looks, note };
      const changed = yield* part(applyOperation(raster, operation, seed), 0.5, 1);
      return { raster: mask === undefined ? changed : blend(raster, changed, mask), looks, note };
    }
  }
}

interface FoundFor {
  readonly mask: Plane;
  readonly note?: string;
}

/** A thing nobody can name here is, when it is recoloured, the strongest colour near the middle, and else what stands out. */
function* findFor(looks: Raster, place: Place, kind: Step["operation"]["kind"]): Work<FoundFor | undefined> {
  if (place.isGuess && kind === "recolour" && place.side === undefined) {
    const region = yield* findRegion(looks, undefined);
    if (region === undefined) return undefined;
    const what = region.isCentre ? "the region in the middle" : "the strongest coloured region near the middle";
    return {
      mask: region.mask,
      note: `Took ${what} (${percent(region.share)}) for "${place.said}"; this engine goes by colour and does not recognise things`,
    };
  }
  const found = yield* findPlace(looks, place);
  if (found === undefined) return undefined;
  if (!place.isGuess) return { mask: found.mask };
  return {
    mask: found.mask,
    note: `Took what stands out most (${percent(found.share)}) for "${place.said}"; this engine does not recognise things`,
  };
}

function percent(share: number): string {
  return `${Math.max(1, Math.round(share * 100))} % of the picture`;
}

function* without(looks: Raster, mask: Plane, except: readonly Place[]): Work<Plane> {
  let rest = mask;
  for (const place of except) {
    const kept = yield* findPlace(looks, place);
    if (kept !== undefined) rest = product(rest, inverse(kept.mask));
  }
  return rest;
}

function fullMask({ width, height }: Raster): Plane {
  return { width, height, data: new Float32Array(width * height).fill(1) };
}
