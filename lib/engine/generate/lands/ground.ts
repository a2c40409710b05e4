/**
 * Draws a land of heights, column by column from near to far, so that what is hidden costs nothing. Crests cover their
 * pixel by share; every pixel is lit by sun, sky and its own shadow, and fades into the haze.
 */
import { lengthOf } from "#lib/pixels/length.ts";
import type { Camera } from "../light/camera.ts";
import type { Painting } from "../light/canvas.ts";
import type { Film } from "../light/film.ts";
import type { Daylight } from "../light/hours.ts";
import { dim, type Radiance, ramp, set, towards } from "../light/radiance.ts";

export interface GroundPoint {
  x: number;
  z: number;
  height: number;
  /** 1 where it lies flat. */
  flatness: number;
  /** What a pixel spans there, in kilometres. */
  footprint: number;
}

export interface Land {
  readonly near: number;
  readonly far: number;
  /** How far away a shadow is looked for; 0 = lands without cast shadows. */
  readonly shadowReach: number;
  readonly height: (x: number, z: number, octaves: number) => number;
  /** Where light is scattered within, as in a cloud: forms are soft there, and no side is dark. */
  readonly softness?: (point: GroundPoint) => number;
  /** How much of the sky still water that lies on it shows. */
  readonly mirror?: (point: GroundPoint) => number;
  /** The finest octaves worth asking for. */
  readonly octaves: number;
  /** How much of the light it throws back. */
  readonly paint: (point: GroundPoint, out: Radiance) => void;
}

export interface GroundOptions {
  /** Land below this height is not drawn: the water covers it. */
  readonly waterLevel?: number;
  /** The topmost row that is covered, for every column: lands are drawn from near to far, and this goes from one to the next. */
  readonly covered?: Float32Array;
}

export function* drawLand(film: Film, land: Land, camera: Camera, light: Daylight, options: GroundOptions = {}): Painting {
  const { width, height, data } = film;
  const level = options.waterLevel ?? Number.NEGATIVE_INFINITY;
  const shade = shaderFor(land, light, camera);
  const point: GroundPoint = { x: 0, z: 0, height: 0, flatness: 1, footprint: 0 };
  const tone: Radiance = { r: 0, g: 0, b: 0 };
  const behind: Radiance = { r: 0, g: 0, b: 0 };
  for (let column = 0; column < width; column++) {
    if (column % 4 === 0) yield;
    const slant = (column + 0.5 - camera.centre) / camera.focal;
    let open = options.covered?.[column] ?? height;
    const inherited = Math.floor(open);
    let before = land.near;
    let shared = -1;
    let stride = 0;
    for (let z = land.near; z < land.far && open > 0; z += stride) {
      const octaves = Math.max(3, Math.min(land.octaves, Math.round(land.octaves - 1 - 1.1 * Math.log2(1 + z / 2))));
      const rise = land.height(slant * z, z, octaves);
      const row = camera.horizon - (camera.focal * (rise - camera.height)) / z;
      // Land far below what is covered already cannot rise over it within a short way.
      stride = Math.max(z * 0.007, 0.0006, (0.5 * (row - open) * z) / camera.focal);
      // Slivers wait for the next step, so that a pixel is not lit ten times where the land lies flat.
      if (rise > level && row < open - 0.7) {
        const top = Math.max(0, row);
        for (let y = Math.ceil(open) - 1; y >= Math.floor(top); y--) {
          const cover = Math.min(open, y + 1) - Math.max(top, y);
          if (cover <= 0) continue;
          const at = (y * width + column) * 3;
          // A pixel that two stretches of land share has the light of the nearer one.
          if (y !== shared) {
            const share = open === row ? 0 : (open - Math.max(y + 0.5, row)) / (open - row);
            point.z = before + (z - before) * Math.max(0, Math.min(1, share));
            point.x = slant * point.z;
            shade(point, tone);
            if (land.mirror !== undefined) mirrorSky(film, camera, column, y, land.mirror(point), tone);
            // The crest of a nearer land has mixed with the sky already; the sky itself is seen one row higher.
            const sky = y === inherited && y > 0 ? at - width * 3 : at;
            behind.r = data[sky] as number;
            behind.g = data[sky + 1] as number;
            behind.b = data[sky + 2] as number;
            shared = y;
          }
          data[at] = (data[at] as number) + cover * (tone.r - behind.r);
          data[at + 1] = (data[at + 1] as number) + cover * (tone.g - behind.g);
          data[at + 2] = (data[at + 2] as number) + cover * (tone.b - behind.b);
        }
        open = top;
        before = z;
      } else if (rise <= level) {
        // Water in front hides what lies behind below its own line.
        open = Math.min(open, camera.horizon - (camera.focal * (level - camera.height)) / z);
        before = z;
      } else if (row >= open) before = z;
    }
    if (options.covered !== undefined) options.covered[column] = open;
  }
}

/** The sky above is not covered yet: columns are drawn from their feet upwards. It is shown from the horizon to its top, however deep the land lies. */
function mirrorSky({ data, width, height }: Film, { horizon }: Camera, column: number, y: number, share: number, out: Radiance): void {
  if (share === 0 || y <= horizon) return;
  const row = Math.max(0, Math.floor(horizon * (1 - (y - horizon) / (height - horizon)) - 1));
  const at = (row * width + column) * 3;
  towards(out, { r: data[at] as number, g: data[at + 1] as number, b: data[at + 2] as number }, 0.86 * share);
}

type Shader = (point: GroundPoint, out: Radiance) => void;

function shaderFor(land: Land, light: Daylight, camera: Camera): Shader {
  const [sunX, sunY, sunZ] = light.key;
  const level = lengthOf(sunX, sunZ);
  const hazeTowardsSun: Radiance = { r: 0, g: 0, b: 0 };
  return (point, out) => {
    const { x, z } = point;
    const octaves = Math.max(3, Math.min(land.octaves + 1, Math.round(land.octaves - Math.log2(1 + z / 2))));
    const step = Math.max(0.0004, (1.3 * z) / camera.focal);
    const here = land.height(x, z, octaves);
    const slopeX = (land.height(x + step, z, octaves) - here) / step;
    const slopeZ = (land.height(x, z + step, octaves) - here) / step;
    const flatness = 1 / Math.sqrt(1 + slopeX * slopeX + slopeZ * slopeZ);
    point.height = here;
    point.flatness = flatness;
    point.footprint = step;
    land.paint(point, out);
    const facing = Math.max(0, flatness * (sunY - slopeX * sunX - slopeZ * sunZ));
    let open = 1;
    if (facing > 0.04 && land.shadowReach > 0) {
      let reach = Math.max(step * 4, land.shadowReach * 0.02);
      while (reach < land.shadowReach && open > 0) {
        const ray = here + (reach * sunY) / level;
        const cover = ray - land.height(x + (sunX / level) * reach, z + (sunZ / level) * reach, 3);
        open = Math.min(open, 0.5 + (9 * cover) / reach);
        reach *= 2.1;
      }
    }
    const soft = land.softness?.(point) ?? 0;
    const reached = light.sunlitFrom === undefined ? 1 : ramp(light.sunlitFrom - 0.3, light.sunlitFrom + 0.5, here);
    const hard = facing * reached * Math.max(0, Math.min(1, open));
    const sun = 0.62 * (hard + soft * (0.34 + 0.3 * hard - hard));
    const sky = 0.3 + 0.7 * flatness;
    // Light thrown back by the sunlit land opposite warms what lies in shade.
    const bounce = 0.09 * (1 - flatness * 0.5) * reached;
    out.r *= sun * light.sun.r + sky * light.ambient.r + bounce * light.sun.r;
    out.g *= sun * light.sun.g + sky * light.ambient.g + bounce * light.sun.g;
    out.b *= sun * light.sun.b + sky * light.ambient.b + bounce * light.sun.b;
    hazeOver(out, light, x, z, here, hazeTowardsSun);
  };
}

/** What the air between does to a thing at x, z of that height. */
export function hazeOver(out: Radiance, light: Daylight, x: number, z: number, height: number, scratch: Radiance): void {
  const [sunX, , sunZ] = light.towardsSun;
  const thickness = (z / light.hazeReach) * (0.35 + 0.9 * Math.exp(-Math.max(0, height) * 1.4));
  const haze = 1 - Math.exp(-thickness);
  const along = Math.max(0, (x * sunX + z * sunZ) / lengthOf(x, z));
  set(scratch, light.haze);
  towards(scratch, light.horizon, 0.55 * haze);
  towards(scratch, light.glow, 0.5 * along ** 6 * (light.isSunSeen ? 1 : 0.5));
  dim(out, 1 - 0.12 * haze);
  towards(out, scratch, haze);
}
