/**
 * Brings a cut-out into the light of where it will stand. What is compared are the two scenes, not the thing with the scene: a
 * white dog is no brighter day. An evening darkens and warms what noon lit; haze lifts its blacks; against a bright sky over dark
 * ground one sees the shaded side of whatever stands there.
 */
import { labToRgb, rgbToLab } from "#lib/pixels/colour.ts";
import type { Box } from "#lib/pixels/crop.ts";
import { mapPixelsSlowly } from "#lib/pixels/map.ts";
import type { Extent } from "#lib/pixels/network/read-boxes.ts";
import type { Plane } from "#lib/pixels/plane.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { ramp } from "#lib/pixels/segment/ramp.ts";
import type { Work } from "#lib/pixels/work.ts";
import type { CutOut } from "./cut-subject.ts";

/** How a scene looks, in Lab. */
interface Scene {
  readonly lightness: number;
  readonly darkest: number;
  /** Of its brightest parts: the colour of the light. */
  readonly cast: readonly [a: number, b: number];
  /** Medians of what lies above the eyes, mostly, and of what lies under them. */
  readonly above: number;
  readonly below: number;
}

export interface LightChange {
  readonly gain: number;
  /** Lightness of what was black. */
  readonly floor: number;
  readonly cast: readonly [a: number, b: number];
}

/** Scenes differ by what is in them as well, so that only a part of what parts them is light. */
const [ofGain, ofFloor, ofCast] = [0.5, 0.5, 0.4];
const [leastGain, mostGain, mostFloor] = [0.55, 1.2, 14];
/** Who has a portrait taken is lit, whatever the wall behind. */
const leastOfPortrait = 0.88;
const mostCast = [8, 14] as const;
/** How much lighter the sky is than the ground where the light comes from behind. */
const [littleBehind, allBehind] = [38, 55];
/** There what is bright about a thing is little brighter than the ground it stands on. */
const [overGround, leastShade] = [1.35, 0.28];

/** Where what came cut out was seen in is not told; most is shown in an even light. */
const daylight: Pick<Scene, "lightness" | "darkest" | "cast"> = { lightness: 62, darkest: 6, cast: [0, 0] };

/** `people` are those who are seen there already. */
export function* lightFor(
  source: Raster,
  cut: Pick<CutOut, "mask" | "box" | "isGiven">,
  ground: Raster,
  to: Box,
  people: readonly Extent[] = [],
): Work<LightChange> {
  const from = cut.isGiven ? daylight : readScene(source, nearness(cut.box, source.width), (i) => 1 - (cut.mask.data[i] as number));
  yield 0.5;
  const there = readScene(ground, nearness(to, ground.width), () => 1);
  const bounded = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));
  const lit = bounded((there.lightness / Math.max(4, from.lightness)) ** ofGain, leastGain, mostGain);
  const own = Math.max(
    4,
    brightnessOf(source, (i) => (cut.mask.data[i] as number) > 0.5),
  );
  const shaded = bounded((overGround * there.below) / own, leastShade, lit);
  const ofScene = lit + (shaded - lit) * ramp(there.above - there.below, littleBehind, allBehind);
  // A flash lights people and leaves the lawn about them dark.
  const ofPeople = people.length === 0 ? 0 : Math.min(1, brightnessOf(ground, isAmong(people, ground)) / own);
  return {
    gain: Math.max(ofScene, ofPeople),
    floor: bounded(ofFloor * (there.darkest - from.darkest), 0, mostFloor),
    cast: [0, 1].map((c) => {
      const most = mostCast[c] as number;
      return bounded(ofCast * ((there.cast[c] as number) - (from.cast[c] as number)), -most, most);
    }) as [number, number],
  };
}

/** For somebody who comes to stand in a portrait. */
export function inPortrait(light: LightChange): LightChange {
  return { ...light, gain: Math.max(leastOfPortrait, light.gain) };
}

export function* matchLight(source: Raster, mask: Plane, { gain, floor, cast }: LightChange): Work<Raster> {
  return yield* mapPixelsSlowly(source, (red, green, blue, out, i) => {
    out[0] = red;
    out[1] = green;
    out[2] = blue;
    if ((mask.data[i] as number) < 0.01) return;
    const [lightness, a, b] = rgbToLab(red, green, blue);
    // What is dark has little of the light's colour to give back.
    const lit = Math.sqrt(lightness / 100);
    const rgb = labToRgb(floor + lightness * gain * (1 - floor / 100), a + cast[0] * lit, b + cast[1] * lit);
    for (let c = 0; c < 3; c++) out[c] = rgb[c] as number;
  });
}

/** More of what lies about a thing, and less of what is far from it. */
function nearness({ x, y, width, height }: Box, columns: number): (pixel: number) => number {
  return (i) => {
    const across = ((i % columns) - x - width / 2) / width;
    const down = (Math.floor(i / columns) - y - height / 2) / height;
    return 0.05 + Math.exp(-(across ** 2) - down ** 2);
  };
}

type Lab = readonly [lightness: number, a: number, b: number];

const samples = 40_000;
/** Of the height. */
const aboveEyes = 0.45;
/** Of the picture, the darkest and the brightest. */
const [dark, bright] = [0.05, 0.85];
/** Of a thing, the parts that are bright. */
const brightParts = 0.8;

function readScene(picture: Raster, near: (pixel: number) => number, counts: (pixel: number) => number): Scene {
  const seen: Lab[] = [];
  const [upper, lower]: [number[], number[]] = [[], []];
  const upTo = Math.round(aboveEyes * picture.height) * picture.width;
  let [sum, total] = [0, 1e-6];
  eachSample(picture, (lab, i) => {
    if (counts(i) < 0.5) return;
    seen.push(lab);
    (i < upTo ? upper : lower).push(lab[0]);
    const weight = near(i);
    sum += weight * lab[0];
    total += weight;
  });
  const [above, below] = [quantileOf(upper, 0.5), quantileOf(lower, 0.5)];
  if (seen.length === 0) return { lightness: 50, darkest: 0, cast: [0, 0], above, below };
  seen.sort((one, other) => one[0] - other[0]);
  const brightest = seen.slice(Math.floor(bright * seen.length));
  const mean = (c: 1 | 2): number => brightest.reduce((all, lab) => all + lab[c], 0) / brightest.length;
  return { lightness: sum / total, darkest: seen[Math.floor(dark * seen.length)]?.[0] ?? 0, cast: [mean(1), mean(2)], above, below };
}

function eachSample({ width, height, channels, data }: Raster, take: (lab: Lab, pixel: number) => void): void {
  const step = Math.max(1, Math.floor((width * height) / samples)) | 1;
  const next = channels === 1 ? 0 : 1;
  for (let i = 0; i < width * height; i += step) {
    const at = i * channels;
    take(rgbToLab(data[at] as number, data[at + next] as number, data[at + 2 * next] as number), i);
  }
}

function quantileOf(values: readonly number[], share: number): number {
  return values.toSorted((one, other) => one - other)[Math.floor(share * values.length)] ?? 50;
}

/** Lightness of the brighter parts of what is looked at. */
function brightnessOf(picture: Raster, isLookedAt: (pixel: number) => boolean): number {
  const seen: number[] = [];
  eachSample(picture, (lab, i) => isLookedAt(i) && seen.push(lab[0]));
  return quantileOf(seen, brightParts);
}

/** Of somebody's box, where there is little else to see. */
const [coreAside, coreAbove, coreBelow] = [0.3, 0.08, 0.25];

function isAmong(people: readonly Extent[], { width, height }: Raster): (pixel: number) => boolean {
  const cores = people.map(({ left, top, right, bottom }) => ({
    ...{ left: left + coreAside * (right - left), right: right - coreAside * (right - left) },
    ...{ top: top + coreAbove * (bottom - top), bottom: bottom - coreBelow * (bottom - top) },
  }));
  return (i) => {
    const [x, y] = [((i % width) + 0.5) / width, Math.floor(i / width) / height];
    return cores.some((core) => x > core.left && x < core.right && y > core.top && y < core.bottom);
  };
}
