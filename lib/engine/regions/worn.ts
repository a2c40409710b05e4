/** What somebody wears: the part of a person where such a thing is worn, by the colour that is most of it. */
import { personKind } from "#lib/engine/eye/kinds.ts";
import { lookForNamedThings } from "#lib/engine/eye/named-things.ts";
import type { Place } from "#lib/engine/instructions/place.ts";
import { crop } from "#lib/pixels/crop.ts";
import type { NamedBox } from "#lib/pixels/network/read-boxes.ts";
import { newPlane, type Plane } from "#lib/pixels/plane.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { cutOut } from "#lib/pixels/segment/cut-out.ts";
import { ramp } from "#lib/pixels/segment/ramp.ts";
import { refineMask, scalePlane } from "#lib/pixels/segment/refine.ts";
import { lookAt, type View } from "#lib/pixels/segment/view.ts";
import { part, type Work } from "#lib/pixels/work.ts";
import type { Meant } from "./clear-subject.ts";
import { boxAbout, findNamed } from "./find-named.ts";
import { guessNatural } from "./guesses.ts";
import { findHair, isHair, ofHair } from "./hair.ts";
import { type Likeness, likeNamed, sampleAt } from "./likeness.ts";
import { cutFrom, product, productSlowly, shareOf, spreadOut, union } from "./masks.ts";
import { findNamedBoxes, othersThan } from "./named-boxes.ts";
import { keepLargest } from "./pieces.ts";

/** From the crown of the head down, in shares of somebody's height. */
type Zone = readonly [from: number, to: number];

const worn: readonly { readonly words: RegExp; readonly zone: Zone }[] = [
  { words: /\b(?:hat|(?<!(?:snow|ice|bottle|lens|wave|white) )cap|beanie|helmet)s?$|帽子?$|头盔$/u, zone: [-0.1, 0.14] },
  { words: /\b(?:shoe|boot|sock|sneaker|trainer)s?$|[鞋靴]子?$|袜子?$/u, zone: [0.88, 1.1] },
  { words: /\b(?:trousers?|pants|shorts|jeans|skirt)s?$|裤子?$|短裙$|牛仔裤$/u, zone: [0.44, 0.92] },
  {
    words: /\b(?:dress|gown|robe|kimono|coat|raincoat|suit|uniform|clothe|outfit)(?:e?s)?$|裙子?$|旗袍$|和服$|大衣$|西装$|制服$|衣服$/u,
    zone: [0.14, 0.9],
  },
  {
    words:
      /\b(?:shirt|t-shirt|tee|(?:tank|crop) top|blouse|jersey|jacket|anorak|cardigan|jumper|sweater|pullover|hoodie|vest)s?$|衬衫$|衫$|T恤$|t恤$|外套$|夹克$|毛衣$/u,
    zone: [0.15, 0.54],
  },
];

/** Undefined for what nobody wears. */
export function zoneOf(said: string): Zone | undefined {
  return worn.find(({ words }) => words.test(said))?.zone;
}

/** Of the width of somebody who stands, their height at least. */
const standing = 2.4;
/** Of somebody's height, in shares of what is seen: of a face and a collar no shirt is told. */
const mostHidden = 2.4;
const [leastOfPerson, leastColoured, leastSeed] = [0.03, 0.2, 30];
/** Of the largest: an open shirt has two sides. */
const leastPiece = 0.12;
/** "The man's shirt", 他的衣服: whose it is stands before. */
const lastWord = /(?:'s|’s|的)?\s*\S+$/u;

/** Several may wear "the jerseys"; trousers are of one. */
const several =
  /\b(?:hat|cap|helmet|skirt|dress|gown|robe|coat|suit|uniform|shirt|blouse|jersey|jacket|sweater|hoodie|vest)(?:e?s)$|所有|们/u;
const mostPeople = 4;

/** Undefined where nobody is seen who could wear it. */
export function* findWorn(looks: Raster, place: Place): Work<Meant | undefined> {
  const { said, thing } = place;
  const zone = isHair(said) ? ofHair : zoneOf(said);
  if (zone === undefined) return undefined;
  const usual = place.colour?.rgb ?? thing?.colours[0];
  const likeness = usual === undefined ? undefined : likeNamed(usual);
  const wearers = yield* part(findWearers(looks, place, zone, likeness), 0, 0.1);
  const all = several.test(said) ? wearers.slice(0, mostPeople) : wearers.slice(0, 1);
  let whole: Plane | undefined;
  for (const [n, box] of all.entries()) {
    const mask = yield* part(
      findOnOne(looks, box, isHair(said) ? "hair" : zone, likeness),
      0.1 + (0.9 * n) / all.length,
      0.1 + (0.9 * (n + 1)) / all.length,
    );
    if (mask !== undefined) whole = whole === undefined ? mask : union(whole, mask);
  }
  return whole === undefined ? undefined : { mask: whole, note: { took: "named", share: shareOf(whole), said } };
}

function* findOnOne(looks: Raster, box: NamedBox, zone: Zone | "hair", likeness: Likeness | undefined): Work<Plane | undefined> {
  if (heightOf(box, looks) > mostHidden * (box.bottom - box.top)) return undefined;
  const others = othersThan([box], yield* lookForNamedThings(yield* lookAt(looks)));
  const person = yield* part(findNamed(looks, { boxes: [box], others, isAlive: true }), 0.1, 0.7);
  const mask = yield* part(zone === "hair" ? findHair(looks, person, box) : findOn(looks, person, box, zone, likeness), 0.7, 1);
  return mask === undefined || shareOf(mask) < leastOfPerson * shareOf(person) ? undefined : mask;
}

/** Whose it is said to be; of several, first whoever has most of its colour where it is worn. */
function* findWearers(looks: Raster, { said, side }: Place, zone: Zone, likeness: Likeness | undefined): Work<readonly NamedBox[]> {
  const view = yield* lookAt(looks);
  const owner = yield* findNamedBoxes(view, { said: said.replace(lastWord, ""), side });
  const isAny = likeness !== undefined || several.test(said);
  const people = owner?.boxes[0].kind === personKind ? owner : yield* findNamedBoxes(view, { said: "person", side, isMany: isAny });
  if (people === undefined || likeness === undefined) return people?.boxes ?? [];
  const coloured = (box: NamedBox): number => {
    const [from, to] = zone.map((share) => box.top + share * heightOf(box, looks)) as [number, number];
    let sum = 0;
    for (let y = Math.floor(Math.max(0, from) * view.height); y < Math.min(to, box.bottom) * view.height; y++)
      for (let x = Math.floor(box.left * view.width); x < box.right * view.width; x++)
        sum += likeness(sampleAt(view.raster, y * view.width + x));
    return sum;
  };
  return people.boxes.toSorted((a, b) => coloured(b) - coloured(a));
}

/** Somebody who runs out below goes on there: a portrait shows the upper third. */
function heightOf({ left, top, right, bottom }: NamedBox, { width, height }: Raster): number {
  const own = bottom - top;
  return bottom < 0.97 ? own : Math.max(own, (standing * (right - left) * width) / height);
}

/** Of a person in a box, what is worn in a zone: by the colour it is said to have, or the one that is most of it. */
export function* findOn(looks: Raster, person: Plane, box: NamedBox, zone: Zone, likeness: Likeness | undefined): Work<Plane | undefined> {
  const about = boxAbout(box, looks);
  const near = crop(looks, about);
  const view = yield* lookAt(near);
  yield 0.1;
  const whole = cutFrom(person, about);
  const own = scalePlane(whole, view.width, view.height);
  const skin = guessNatural(view, "skin");
  yield 0.3;
  const height = heightOf(box, looks);
  const [from, to] = zone;
  const inZone = (i: number): number => {
    const y = (about.y + ((Math.floor(i / view.width) + 0.5) / view.height) * about.height) / looks.height;
    const at = (y - box.top) / height;
    return Math.min(ramp(at, from - 0.06, from), ramp(at, to + 0.1, to));
  };
  const seeds: number[] = [];
  for (let i = 0; i < own.data.length; i++)
    if ((own.data[i] as number) > 0.7 && inZone(i) === 1 && (skin.data[i] as number) < 0.5) seeds.push(i);
  if (seeds.length < leastSeed) return undefined;
  const like = likeness === undefined ? likeMost(view, seeds) : (i: number): number => likeness(sampleAt(view.raster, i));
  if (seeds.reduce((sum, i) => sum + like(i), 0) < leastColoured * seeds.length) return undefined;
  const guess = newPlane(view.width, view.height);
  for (let i = 0; i < guess.data.length; i++)
    guess.data[i] = (own.data[i] as number) * inZone(i) * (0.1 + 0.85 * like(i)) * (1 - 0.6 * (skin.data[i] as number));
  const cut = yield* part(cutOut(view, guess, { trustColours: 0.35, smoothness: 1.6 }), 0.3, 0.7);
  const middle = ((box.top + ((from + to) / 2) * height) * looks.height - about.y) / about.height;
  const pieces = keepLargest(product(cut, own), guess, leastPiece, middle);
  const fine = yield* part(refineMask(near, pieces), 0.7, 0.95);
  return spreadOut(yield* part(productSlowly(fine, whole), 0.95, 1), about, looks);
}

/** In Lab; folds and shade change lightness more than colour. */
const [binSide, farthest, lightnessCounts] = [14, 30, 0.45];

/** Like the colour that most of these have. */
function likeMost({ lab }: View, pixels: readonly number[]): (pixel: number) => number {
  const bins = new Map<string, number[]>();
  for (const i of pixels) {
    const key = [0, 1, 2].map((c) => Math.floor((lab[i * 3 + c] as number) / (c === 0 ? 2 * binSide : binSide))).join();
    const bin = bins.get(key);
    if (bin === undefined) bins.set(key, [i]);
    else bin.push(i);
  }
  const most = [...bins.values()].reduce((top, bin) => (bin.length > top.length ? bin : top), []);
  const mean = [0, 1, 2].map((c) => most.reduce((sum, i) => sum + (lab[i * 3 + c] as number), 0) / Math.max(1, most.length));
  const away = (i: number, c: number): number => (lab[i * 3 + c] as number) - (mean[c] as number);
  return (i) => ramp(Math.hypot(lightnessCounts * away(i, 0), away(i, 1), away(i, 2)), farthest, 0.4 * farthest);
}
