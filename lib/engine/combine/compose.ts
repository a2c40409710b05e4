/** Puts two pictures into one, as an arrangement says. */
import { blendSlowly } from "#lib/pixels/blend.ts";
import { colourStatistics, transferColours } from "#lib/pixels/colour-transfer.ts";
import { coverSlowly } from "#lib/pixels/crop.ts";
import { centreOfInterest } from "#lib/pixels/interest.ts";
import { newPlane, type Plane } from "#lib/pixels/plane.ts";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";
import { part, type Work } from "#lib/pixels/work.ts";
import type { Arrangement, InsetPlace, Placing, StandsOn } from "./arrangement.ts";
import { borrowSky } from "./borrow-sky.ts";
import type { CutOut } from "./cut-subject.ts";
import type { Given } from "./given.ts";
import { hangOnWall } from "./hang.ts";
import { laySign } from "./lay-sign.ts";
import { placeSubject } from "./place-subject.ts";

const rowsPerPause = 32;

type Pair = readonly [Raster, Raster];

/** `on` is absent where nothing was cut out to stand there. */
interface Composed {
  readonly picture: Raster;
  readonly on?: StandsOn;
  /** What it was to stand on or beside, and is not seen. */
  readonly unfound?: string | undefined;
}

/** Undefined where there is no wall to hang it on. */
export function* compose(
  given: readonly [Given, Given],
  arrangement: Arrangement,
  width: number,
  height: number,
  cut?: CutOut,
): Work<Composed | undefined> {
  const pictures: Pair = [given[0].picture, given[1].picture];
  const groundFor = (over: 0 | 1): Work<Raster> => part(coverWith(pictures[over === 0 ? 1 : 0], width, height), 0, 0.1);
  if (arrangement.kind === "hang") {
    const ground = yield* groundFor(arrangement.picture);
    return yield* part(hangOnWall(ground, pictures[arrangement.picture], arrangement), 0.1, 1);
  }
  if (arrangement.kind === "inset" && arrangement.sign !== undefined) {
    const ground = yield* groundFor(arrangement.over);
    return { picture: yield* part(laySign(ground, given[arrangement.over], arrangement.place, arrangement.sign.opacity), 0.1, 1) };
  }
  if (arrangement.kind !== "place") return { picture: yield* arrange(pictures, arrangement, width, height) };
  const subject = arrangement.subject ?? 0;
  // Without a subject that can be cut out, the whole picture is laid in with a soft rim.
  if (cut === undefined) return { picture: yield* layInset(pictures, subject, "ground", width, height) };
  const source = (cut.isGiven ? given[subject].cut?.colours : undefined) ?? pictures[subject];
  return yield* part(placeSubject(source, cut, yield* groundFor(subject), arrangement), 0.1, 1);
}

function* arrange(
  pictures: Pair,
  arrangement: Exclude<Arrangement, Placing | { readonly kind: "hang" }>,
  width: number,
  height: number,
): Work<Raster> {
  switch (arrangement.kind) {
    case "beside":
    case "halves":
      return yield* joinAtSeam(pictures, arrangement, width, height);
    case "inset":
      return yield* layInset(pictures, arrangement.over, arrangement.place, width, height);
    case "sky":
      return yield* borrowSky(
        yield* part(coverWith(pictures[arrangement.picture], width, height), 0, 0.1),
        pictures[arrangement.picture === 0 ? 1 : 0],
      );
    case "blend": {
      const under = yield* part(coverWith(pictures[0], width, height), 0, 0.25);
      const over = yield* part(coverWith(pictures[1], width, height), 0.25, 0.5);
      const even = yield* part(blendSlowly(under, over, 0.5), 0.5, 0.65);
      const light = yield* part(blendSlowly(under, over, 1, "screen"), 0.65, 0.85);
      return yield* part(blendSlowly(even, light, 0.45), 0.85, 1);
    }
    case "colours": {
      const kept = yield* part(coverWith(pictures[arrangement.picture], width, height), 0, 0.4);
      return yield* part(transferColours(kept, colourStatistics(pictures[arrangement.picture === 0 ? 1 : 0]), 0.65), 0.4, 1);
    }
  }
}

/** Next to each other the tones are brought together and the seam is soft; as halves both stay as they are, edge to edge. */
function* joinAtSeam(
  pictures: Pair,
  arrangement: Arrangement & { kind: "beside" | "halves" },
  width: number,
  height: number,
): Work<Raster> {
  const { kind, axis, firstLeads } = arrangement;
  const length = axis === "across" ? width : height;
  const share = kind === "beside" && arrangement.isGradual ? 0.7 : 0.06;
  const seam = kind === "beside" ? Math.max(1, Math.round(length * share)) : 0;
  const half = Math.ceil(length / 2 + seam / 2);
  const [w, h] = axis === "across" ? [half, height] : [width, half];
  let leading = yield* part(coverWith(firstLeads ? pictures[0] : pictures[1], w, h), 0, 0.2);
  let trailing = yield* part(coverWith(firstLeads ? pictures[1] : pictures[0], w, h), 0.2, 0.4);
  if (kind === "beside") {
    const [a, b] = [colourStatistics(leading), colourStatistics(trailing)];
    leading = yield* part(transferColours(leading, b, 0.22), 0.4, 0.65);
    trailing = yield* part(transferColours(trailing, a, 0.22), 0.65, 0.9);
  }
  const result = newRaster(width, height, 3);
  for (let y = 0; y < height; y++) {
    if (y % rowsPerPause === 0) yield 0.9 + (0.1 * y) / height;
    for (let x = 0; x < width; x++) {
      const along = axis === "across" ? x : y;
      const t = seam === 0 ? (along < length / 2 ? 0 : 1) : Math.min(1, Math.max(0, (along + 0.5 - (length - seam) / 2) / seam));
      const share = t * t * (3 - 2 * t);
      const back = length - half;
      const from = along < half ? (y * w + x) * 3 : -1;
      const to = along >= back ? (axis === "across" ? (y * w + x - back) * 3 : ((y - back) * w + x) * 3) : -1;
      for (let c = 0; c < 3; c++) {
        const first = from < 0 ? 0 : (leading.data[from + c] as number);
        const second = to < 0 ? 0 : (trailing.data[to + c] as number);
        result.data[(y * width + x) * 3 + c] = share === 0 ? first : share === 1 ? second : first + share * (second - first);
      }
    }
  }
  return result;
}

function* layInset(pictures: Pair, over: 0 | 1, place: InsetPlace, width: number, height: number): Work<Raster> {
  const ground = yield* part(coverWith(pictures[over === 0 ? 1 : 0], width, height), 0, 0.3);
  const share = place === "middle" || place === "ground" ? 0.6 : 0.34;
  const source = pictures[over];
  const scale = Math.min((width * share) / source.width, (height * share) / source.height);
  const w = Math.max(1, Math.round(source.width * scale));
  const h = Math.max(1, Math.round(source.height * scale));
  const laid = yield* part(coverWith(source, w, h), 0.3, 0.4);
  const matched = yield* part(transferColours(laid, colourStatistics(ground), 0.2), 0.4, 0.7);
  const margin = Math.round(Math.min(width, height) * 0.04);
  const x = place.endsWith("left") ? margin : place.endsWith("right") ? width - w - margin : Math.round((width - w) / 2);
  const y = place.startsWith("top")
    ? margin
    : place.startsWith("bottom")
      ? height - h - margin
      : Math.round((height - h) * (place === "ground" ? 0.82 : 0.5));
  const isSoft = place === "middle" || place === "ground";
  const layer = newRaster(width, height, 3);
  const opacity = newPlane(width, height);
  for (let row = 0; row < h; row++) {
    if (y + row < 0 || y + row >= height) continue;
    for (let column = 0; column < w; column++) {
      const to = (y + row) * width + x + column;
      for (let c = 0; c < 3; c++) layer.data[to * 3 + c] = matched.data[(row * w + column) * 3 + c] as number;
      opacity.data[to] = isSoft ? softness(column, row, w, h) : 1;
    }
  }
  yield 0.75;
  return yield* part(blendSlowly(yield* part(shadowed(ground, opacity, isSoft), 0.75, 0.9), layer, opacity), 0.9, 1);
}

/** Fades towards the rim of a rounded rectangle. */
function softness(x: number, y: number, width: number, height: number): number {
  const u = Math.abs((2 * (x + 0.5)) / width - 1);
  const v = Math.abs((2 * (y + 0.5)) / height - 1);
  const rim = (u ** 4 + v ** 4) ** 0.25;
  const t = Math.min(1, Math.max(0, (1 - rim) / 0.24));
  return t * t * (3 - 2 * t);
}

/** A drop shadow under a framed inset; a soft one has none, for it has no edge to cast it. */
function* shadowed(ground: Raster, opacity: Plane, isSoft: boolean): Work<Raster> {
  if (isSoft) return ground;
  const reach = Math.max(2, Math.round(Math.min(ground.width, ground.height) * 0.008));
  const shadow = newPlane(ground.width, ground.height);
  for (let i = 0; i < shadow.data.length; i++) {
    const from = i - reach * (ground.width + 1);
    if (from >= 0 && i % ground.width >= reach) shadow.data[i] = 0.45 * (opacity.data[from] as number);
  }
  yield 0.5;
  return yield* part(blendSlowly(ground, newRaster(ground.width, ground.height, 3), shadow), 0.5, 1);
}

function* coverWith(source: Raster, width: number, height: number): Work<Raster> {
  const [x, y] = centreOfInterest(source);
  yield 0.1;
  return yield* part(coverSlowly(source, width, height, x, y), 0.1, 1);
}
