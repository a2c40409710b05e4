/** Charcoal on rough paper: tones smudged in broad, contours where forms end, and paper left bare in the lights. */
import { blendSlowly } from "#lib/pixels/blend.ts";
import { gaussianBlurSlowly } from "#lib/pixels/blur.ts";
import { lumaOf } from "#lib/pixels/colour.ts";
import { smoothKeepingEdges } from "#lib/pixels/edge-preserving.ts";
import { inkLines } from "#lib/pixels/edges.ts";
import { mapPixelsSlowly } from "#lib/pixels/map.ts";
import { fractalNoise, valueNoise } from "#lib/pixels/noise.ts";
import { lumaPlane, type Plane } from "#lib/pixels/plane.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { ramp } from "#lib/pixels/segment/ramp.ts";
import { part, type Work } from "#lib/pixels/work.ts";
import { lumaLevels } from "./levels.ts";

/** Half of a sheet is lighter than this: a drawing of a dark room is no black sheet. */
const middleOfSheet = 0.56;
/** In levels, on the mean. */
const grassy = [7, 17] as const;

export function* charcoal(source: Raster, strength: number, seed: number): Work<Raster> {
  const { width } = source;
  const scale = Math.max(source.width, source.height) / 1024;
  const smooth = yield* part(smoothKeepingEdges(source, 22 * scale, 44), 0, 0.5);
  const lines = yield* part(inkLines(lumaPlane(smooth), Math.max(1, 2.3 * scale), 1.9), 0.5, 0.62);
  const luma = lumaPlane(yield* part(spreadTones(smooth), 0.62, 0.65));
  const broad = yield* part(gaussianBlurSlowly(luma, Math.max(2, 46 * scale)), 0.65, 0.75);
  const soft = yield* part(gaussianBlurSlowly(luma, 1.2 * scale), 0.75, 0.8);
  const wide = yield* part(gaussianBlurSlowly(luma, 7 * scale), 0.8, 0.84);
  const busy = yield* part(gaussianBlurSlowly(busyGreen(source, luma, wide), 13 * scale), 0.84, 0.88);
  const drawn = yield* mapPixelsSlowly(source, (_red, _green, _blue, out, i) => {
    const [x, y] = [(i % width) / scale, Math.floor(i / width) / scale];
    const tooth = fractalNoise(x * 0.55, y * 0.55, seed, 3);
    const smear = valueNoise((x - y) * 0.16, (x + y) * 0.022, seed + 4);
    // Broad differences are eased, as an eye does that goes from part to part.
    // Nobody draws each blade of grass: they are rubbed together.
    const rubbed = ramp(busy.data[i] as number, ...grassy);
    const seen = (soft.data[i] as number) + 0.72 * rubbed * ((wide.data[i] as number) - (soft.data[i] as number));
    const own = seen / 255 + 0.28 * (middleOfSheet - (broad.data[i] as number) / 255);
    const coal = ramp(1 - own + 0.42 * (tooth - 0.5) + 0.2 * (smear - 0.5), 0.2, 0.98);
    const tone = Math.min(1, 0.93 * coal + 0.62 * (1 - 0.8 * rubbed) * (lines.data[i] as number) * (0.6 + 0.8 * (tooth - 0.3)));
    const paper = 240 - 12 * tooth;
    out[0] = paper + tone * (30 - paper);
    out[1] = paper - 3 + tone * (29 - paper);
    out[2] = paper - 10 + tone * (36 - paper);
  });
  return strength >= 1 ? drawn : yield* blendSlowly(source, drawn, strength);
}

/** How much leaves and blades differ from what is about them; nothing else is as busy and as little worth a line. */
function busyGreen({ data, channels }: Raster, luma: Plane, wide: Plane): Plane {
  const busy = wide.data.map((value, i) => {
    const at = i * channels;
    const [red, green, blue] = [data[at] as number, data[at + 1] as number, data[at + 2] as number];
    return green > red && green > 1.08 * blue ? Math.abs(value - (luma.data[i] as number)) : 0;
  });
  return { ...luma, data: busy };
}

/** All tones of the sheet are used, and half of them lie above its middle. */
function spreadTones(source: Raster): Work<Raster> {
  const level = lumaLevels(source);
  const [low, high] = [level(0.01), Math.max(level(0.01) + 40, level(0.985))];
  const middle = Math.min(0.85, Math.max(0.06, (level(0.5) - low) / (high - low)));
  const power = Math.min(1.5, Math.max(0.3, Math.log(middleOfSheet) / Math.log(middle)));
  return mapPixelsSlowly(source, (red, green, blue, out) =>
    out.fill(255 * Math.min(1, Math.max(0, (lumaOf(red, green, blue) - low) / (high - low))) ** power),
  );
}
