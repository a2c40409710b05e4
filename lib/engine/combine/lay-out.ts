/** Where a cut-out stands in another picture and how large it is: on its ground or its water, as tall as it would be there. */
import type { Box } from "#lib/pixels/crop.ts";
import { areaOf, type Extent, middleOf, type NamedBox } from "#lib/pixels/network/read-boxes.ts";
import type { Plane } from "#lib/pixels/plane.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import type { Arrangement, Placing, StandsOn } from "./arrangement.ts";
import { crowding } from "./crowding.ts";
import { cutSidesOf } from "./cut-sides.ts";
import type { CutOut } from "./cut-subject.ts";
import { surfaceOf } from "./furniture.ts";
import type { Ground } from "./ground.ts";
import { heightInMetres, onCarrier, shareAt } from "./how-tall.ts";
import { layAtEdge, type Share } from "./lay-at-edge.ts";
import { type Spot, spots } from "./spots.ts";

export interface Stand {
  readonly box: Box;
  readonly on: StandsOn;
}

type Size = Pick<Raster, "width" | "height">;

/** `outstanding` is where, across, something stands out in the ground picture already. */
export function layOut(ground: Ground, cut: CutOut, { width, height }: Size, wish: Placing, outstanding: number): Stand {
  const interest = ground.neighbour === undefined ? outstanding : middleOf(ground.neighbour);
  const shape = cut.box.width / cut.box.height;
  // Whoever comes in at the lower edge is near.
  const isWide = wish.side === "middle" || wish.side === "front" || cut.isCutBelow;
  const widest = (isWide ? 0.8 : 0.5) * Math.max(1, wish.size);
  /** As shares of the picture's sides. */
  const sized = (share: number): Share => {
    const h = Math.min(0.94, share * wish.size);
    const w = (h * shape * height) / width;
    return w > widest ? [widest, (h * widest) / w] : [w, h];
  };
  const boxAt = (centre: number, foot: number, [w, h]: Share): Box => ({
    x: Math.round((centre - w / 2) * width),
    y: Math.round((foot - h) * height),
    width: Math.max(1, Math.round(w * width)),
    height: Math.max(1, Math.round(h * height)),
  });
  const bestSpot = (w: number): number => (spots(wish, w, interest, ground.neighbour)[0] as Spot)[0];
  if (wish.isAloft) {
    const size = sized(usualAloft);
    const [w, h] = size;
    return { box: boxAt(bestSpot(w), Math.max(leastAbove + h, upInSky * ground.eyes.at + h / 2), size), on: "air" };
  }
  if (cut.isCutBelow) {
    const own = cut.box.height / cut.mask.height;
    // What is cut off above as well is a piece of a thing, and no figure to fill a picture with.
    const tall = cutSidesOf(cut).top ? usualOfPiece : Math.min(0.92, Math.max(0.5, own));
    const { centre, size } = layAtEdge(ground, cut, wish, interest, (scale) => sized(scale * tall));
    return { box: boxAt(centre, 1, size), on: "edge" };
  }
  const isAfloat = wish.standing.isAfloat === true && ground.water !== undefined;
  if (ground.carrier !== undefined) {
    const { foot, pixelsPerMetre } = surfaceOf(ground.carrier, { width, height });
    const size = sized((heightInMetres(wish, onCarrier) * pixelsPerMetre) / height);
    return { box: boxAt(freeSpotOn(ground.carrier, ground, foot, size), foot, size), on: "carrier" };
  }
  let [best, most]: [Stand | undefined, number] = [undefined, 0];
  const farthest = isAfloat
    ? ground.eyes.at + atHorizon
    : Math.min(Math.max(ground.eyes.at + leastBelowEyes, farthestFoot), footBeside(ground.neighbour));
  for (let foot = lowestFoot; foot >= farthest; foot -= 0.02) {
    const size = sized(shareAt(foot, ground.eyes, wish));
    for (const [centre, liking] of [...spots(wish, size[0], interest, ground.neighbour), ...spotOnWanted(ground, foot, size[0], wish)]) {
      const firm = footingUnder(ground, centre, foot, size, isAfloat);
      if (firm < leastFirm) continue;
      const nearness = isAfloat ? (lowestFoot - foot) / 4 : ((footBeside(ground.neighbour) - foot) / 0.3) ** 2;
      const value = 2 * firm + liking - nearness - crowding(ground.things, isIn(size, centre, foot));
      if (best === undefined || value > most) [best, most] = [{ box: boxAt(centre, foot, size), on: isAfloat ? "water" : "ground" }, value];
    }
  }
  if (best !== undefined) return best;
  const size = sized(shareAt(1, { at: Math.min(0.5, ground.eyes.at), isSure: false }, wish));
  return { box: boxAt(bestSpot(size[0]), 1 + offEdge * size[1], size), on: "edge" };
}

/** Of the height: what flies, how near to the upper side at the most, and how far up between that and the eyes. */
const [usualAloft, leastAbove, upInSky] = [0.24, 0.06, 0.42];
const usualOfPiece = 0.55;
/** From near to far. */
const [lowestFoot, usualFoot] = [0.96, 0.92];
const leastBelowEyes = 0.07;
/** What stands farther off is lost in the picture, unless it is next to what stands there. */
const farthestFoot = 0.62;
/** A boat may be far out. */
const atHorizon = 0.02;
const leastFirm = 0.55;
/** Who stands on a shore that is not seen is not seen down to the feet. */
const offEdge = 0.07;

/** As near as what it stands next to. */
function footBeside(neighbour: NamedBox | undefined): number {
  return neighbour === undefined ? usualFoot : Math.min(lowestFoot, neighbour.bottom);
}

/** Across: its middle, or beside what lies on it already. */
function freeSpotOn(carrier: NamedBox, ground: Ground, foot: number, size: Share): number {
  const others = ground.things.filter((box) => box !== carrier);
  const crowdedAt = (centre: number): number => crowding(others, isIn(size, centre, foot));
  const [middle, reach] = [middleOf(carrier), Math.max(0, carrier.right - carrier.left - size[0]) / 2];
  const places = [0, -0.6, 0.6].map((share) => middle + share * reach);
  return places.toSorted((a, b) => crowdedAt(a) - crowdedAt(b))[0] as number;
}

/** Where nothing else is said, the middle of the road a car is to stand on: it may be neither at the left nor at the right. */
function spotOnWanted({ wanted, neighbour }: Ground, foot: number, w: number, { side }: Placing): readonly Spot[] {
  if (wanted === undefined || neighbour !== undefined || side !== "next") return [];
  const { width, height, data } = wanted;
  let [sum, total] = [0, 0];
  for (let y = Math.max(0, Math.floor((foot - underFeet) * height)); y < Math.min(height, foot * height); y++)
    for (let x = 0; x < width; x++) {
      const value = data[y * width + x] as number;
      sum += (value * (x + 0.5)) / width;
      total += value;
    }
  const centre = Math.min(1 - w / 2, Math.max(w / 2, sum / Math.max(1e-6, total)));
  return total < leastWanted * underFeet * width * height ? [] : [[centre, -0.1]];
}

/** Of the height, what of the ground counts as under its feet; of a row there, what is the wanted ground at the least. */
const [underFeet, leastWanted] = [0.05, 0.05];

/** 0..1: how much of what is under its feet can be stood on. */
function footingUnder(ground: Ground, centre: number, foot: number, [w, h]: Share, isAfloat: boolean): number {
  const { width, height } = ground.uprights;
  const [left, right] = [Math.max(0, Math.floor((centre - 0.4 * w) * width)), Math.min(width - 1, Math.ceil((centre + 0.4 * w) * width))];
  const [top, bottom] = [Math.floor((foot - Math.min(underFeet, 0.12 * h)) * height), Math.min(height - 1, Math.ceil(foot * height))];
  const taken = ground.things.filter((box) => areaOf(box) < mostOfThing);
  let [sum, count] = [0, 0];
  for (let y = top; y <= bottom; y++)
    for (let x = left; x <= right; x++) {
      const i = y * width + x;
      const at = (plane: Plane | undefined): number => plane?.data[i] ?? 0;
      const isTaken = taken.some((box) => isOn(box, (x + 0.5) / width, (y + 0.5) / height));
      const land = isTaken ? 0 : (1 - at(ground.water)) * (1 - at(ground.sky)) * (1 - at(ground.uprights));
      sum += isAfloat ? at(ground.water) : land * (ground.wanted === undefined ? 1 : 0.3 + 0.7 * at(ground.wanted));
      count++;
    }
  return sum / Math.max(1, count);
}

/** A larger box is about a place rather than a thing. */
const mostOfThing = 0.4;

/** On a thing or right behind it, rather than before it. */
function isOn({ left, top, right, bottom }: NamedBox, x: number, y: number): boolean {
  return x > left && x < right && y > top - rightBehind && y < bottom;
}

const rightBehind = 0.08;

function isIn([w, h]: Share, centre: number, foot: number): Extent {
  return { left: centre - w / 2, right: centre + w / 2, top: foot - h, bottom: foot };
}

/** Where another picture is to be its background, what is cut off by its own frame keeps that. */
export function keepsOwnFrame(wish: Arrangement, cut: CutOut | undefined): boolean {
  return wish.kind === "place" && wish.isBackdrop === true && cut?.isCutOff === true;
}

/** In its own frame, laid over the new picture as that covers it. */
export function layInOwnFrame({ mask, box }: CutOut, { width, height }: Size): Stand {
  const scale = Math.max(width / mask.width, height / mask.height);
  const [x, y] = [(width - mask.width * scale) / 2, height - mask.height * scale];
  return {
    box: {
      x: Math.round(x + box.x * scale),
      y: Math.round(y + box.y * scale),
      width: Math.max(1, Math.round(box.width * scale)),
      height: Math.max(1, Math.round(box.height * scale)),
    },
    on: "frame",
  };
}
