/** What a place means where its thing is one the network has a name for: the whole of it, its paint, or the one that has the colour. */
import { findKinds, personKind } from "#lib/engine/eye/kinds.ts";
import type { Step } from "#lib/engine/instructions/operation.ts";
import type { Place } from "#lib/engine/instructions/place.ts";
import type { Rgb } from "#lib/pixels/colour.ts";
import { crop } from "#lib/pixels/crop.ts";
import type { NamedBox } from "#lib/pixels/network/read-boxes.ts";
import { newPlane, type Plane } from "#lib/pixels/plane.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { lookAt, type View } from "#lib/pixels/segment/view.ts";
import { part, type Work } from "#lib/pixels/work.ts";
import type { Meant } from "./clear-subject.ts";
import { findRegion } from "./colour-region.ts";
import { boxAbout, findNamed } from "./find-named.ts";
import { likeNamed, sampleAt } from "./likeness.ts";
import { boxOfMask, cutFrom, overlapOf, productSlowly, shareOf, spreadOut } from "./masks.ts";
import { findNamedBoxes, type NamedThings } from "./named-boxes.ts";
import { zoneOf } from "./worn.ts";

type Purpose = Step["operation"]["kind"];

/** Undefined where nothing of the name is seen, or none of its colour. */
export function* findByName(looks: Raster, place: Place, purpose: Purpose | undefined): Work<Meant | undefined> {
  const { name, colour, said } = place;
  if (name !== "subject" && name !== "plants" && !(name === "colour" && place.isThing)) return undefined;
  const view = yield* lookAt(looks);
  const things = yield* part(findNamedBoxes(view, { ...place, isMany: place.isMany || colour !== undefined }), 0, 0.1);
  if (things === undefined) return undefined;
  const isPainted = purpose === "recolour" && !things.isAlive;
  // The paint of a red car is told by its colour first.
  if (isPainted && colour !== undefined) return undefined;
  const chosen = colour === undefined || place.isMany ? things : ofColour(view, things, colour.rgb);
  if (chosen === undefined) return undefined;
  const mask = yield* part(findNamed(looks, chosen), 0.1, 0.7);
  const own = isPainted ? yield* part(findPaint(looks, mask), 0.7, 1) : mask;
  const share = shareOf(own);
  return share < leastShare ? undefined : { mask: own, note: { took: "named", share, said } };
}

export function isSomebody(said: string): boolean {
  return findKinds(said)?.own[0] === personKind;
}

const leastShare = 0.0005;
/** Of a box, what has a colour for the thing in it to be called by it. */
const leastColoured = 0.12;

/** Of several things of a name the one with most of the colour: the white dog of two. */
function ofColour({ raster, width, height }: View, things: NamedThings, rgb: Rgb): NamedThings | undefined {
  const likeness = likeNamed(rgb);
  const colouredShare = ({ left, top, right, bottom }: NamedBox): number => {
    let [count, sum] = [0, 0];
    for (let y = Math.floor(top * height); y < bottom * height; y++)
      for (let x = Math.floor(left * width); x < right * width; x++) {
        count++;
        sum += likeness(sampleAt(raster, y * width + x));
      }
    return sum / Math.max(1, count);
  };
  const [best] = things.boxes.map((box) => ({ box, share: colouredShare(box) })).sort((a, b) => b.share - a.share);
  if (best === undefined || best.share < leastColoured) return undefined;
  return { ...things, boxes: [best.box], others: [...things.others, ...things.boxes.filter((box) => box !== best.box)] };
}

/** Strong paint is the thing's, however many wheels it has; weaker colours, in Lab, are of light and dust unless most of it has them. */
const strong = 35;
const [leastOfStrong, leastOfWeak] = [0.1, 0.6];

/** The paint of a car, without its tyres and windows; the whole of what has no colour of its own. */
function* findPaint(looks: Raster, mask: Plane): Work<Plane> {
  const own = boxOfMask(mask, 0.5);
  const box = boxAbout(
    {
      left: own.x / looks.width,
      top: own.y / looks.height,
      right: (own.x + own.width) / looks.width,
      bottom: (own.y + own.height) / looks.height,
    },
    looks,
  );
  yield 0;
  const region = yield* part(findRegion(crop(looks, box)), 0, 0.9);
  if (region === undefined || region.isCentre) return mask;
  const whole = cutFrom(mask, box);
  const paint = yield* part(productSlowly(region.mask, whole), 0.92, 0.95);
  const least = Math.hypot(region.mean[1], region.mean[2]) > strong ? leastOfStrong : leastOfWeak;
  const isPainted = overlapOf(paint, whole) > least * shareOf(whole);
  yield 0.98;
  return isPainted ? spreadOut(paint, box, looks) : mask;
}

const leastInBoxes = 0.3;

/**
 * Of what has the colour of a red car, what lies where cars are seen: no kerb and no sign beside it. Undefined where people are
 * seen and nobody wears a thing of that colour.
 */
export function* keepWithinNamed(looks: Raster, place: Place, mask: Plane): Work<Plane | undefined> {
  const isWorn = zoneOf(place.said) !== undefined;
  const named = { said: isWorn ? "person" : place.said, side: place.side, isMany: true };
  const things = yield* part(findNamedBoxes(yield* lookAt(looks), named), 0, 0.9);
  if (things === undefined) return mask;
  const within = newPlane(mask.width, mask.height);
  for (const { x, y, width, height } of things.boxes.map((box) => boxAbout(box, looks)))
    for (let row = y; row < y + height; row++) within.data.fill(1, row * mask.width + x, row * mask.width + x + width);
  if (overlapOf(mask, within) > leastInBoxes * shareOf(mask)) return yield* part(productSlowly(mask, within), 0.9, 1);
  return isWorn ? undefined : mask;
}
