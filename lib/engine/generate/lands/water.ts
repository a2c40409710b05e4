/** Water: it mirrors the land and the sky through moving facets, shows its own depth where the eye looks down, and glitters. */
import { lengthOf } from "#lib/pixels/length.ts";
import { createNoiseField } from "#lib/pixels/noise-field.ts";
import type { Camera } from "../light/camera.ts";
import type { Painting } from "../light/canvas.ts";
import { expose, type Film, lookUp } from "../light/film.ts";
import type { Daylight } from "../light/hours.ts";
import { add, between, hex, type Radiance, radianceOf, ramp, towards } from "../light/radiance.ts";
import type { Scene } from "../scene.ts";
import { hasMoon, moonOn } from "../skies/sky.ts";

export interface WaterLook {
  /** 0 = a mirror, 1 = an open sea. */
  readonly unrest: number;
  /** The world seen from under the water, head down: what a smooth surface mirrors. */
  readonly mirror: Film;
}

export function* paintWater(film: Film, scene: Scene, light: Daylight, camera: Camera, { unrest, mirror }: WaterLook): Painting {
  const noise = createNoiseField(scene.seed + 9);
  const own = bodyColour(scene, light);
  const seen: Radiance = { r: 0, g: 0, b: 0 };
  const shrink = mirror.width / film.width;
  // Among the lights of a town the moon is not what glitters.
  const moon =
    hasMoon(scene) && (scene.setting === "sea" || scene.setting === "lake") ? moonOn(scene, camera, film.width, film.unit) : undefined;
  const isLit = light.isSunSeen || moon !== undefined;
  const [sunX, sunY, sunZ] =
    moon === undefined ? light.towardsSun : [(moon.x - camera.centre) / camera.focal, (camera.horizon - moon.y) / camera.focal, 1];
  const lit = moon === undefined ? light.sun : hex(scene.traits.includes("harvest moon") ? "ffdca0" : "d6e2fa", 0.75);
  const foam = hex("f4f7f6");
  const top = Math.floor(camera.horizon);
  yield* expose(film, top, film.height, (x, y, out) => {
    const below = Math.max(0.35, y + 0.5 - camera.horizon);
    const z = (camera.focal * camera.height) / below;
    const wx = ((x - camera.centre) / camera.focal) * z;
    // Waves fade where they are finer than a pixel; what is left of them roughens the mirror.
    const size = 90 / (0.5 + unrest);
    const footprint = (z / camera.focal) * size;
    const calm = ramp(1.6, 0.12, footprint);
    const [u, v] = [wx * size, z * size];
    const swell = unrest * (noise.fractal(u * 0.14 + 3, v * 0.34, 3) - 0.5) * ramp(5, 0.4, footprint * 0.25);
    const facetX = (noise.fractal(u * 1.3, v * 2.6, 4) - 0.5) * calm;
    const facetZ = (noise.fractal(u * 1.1 + 70, v * 3.1 + 11, 4) - 0.5) * calm + 1.2 * swell;
    const tilt = (0.25 + unrest) * 0.3;
    const slopeX = facetX * tilt;
    const slopeZ = facetZ * tilt;
    const down = below / camera.focal;
    // A facet that leans mirrors what stands higher or lower; far ones only lower it, as the eye sees their near sides.
    const reach = film.height * (0.09 + 0.16 * unrest);
    const mirrorRow = 2 * camera.horizon - y - Math.abs(slopeZ + 0.04 * unrest) * reach * 2.2 + slopeZ * reach * 1.1;
    lookUp(mirror, (x + slopeX * reach * 1.6) * shrink, mirrorRow * shrink, seen);
    const grazing = Math.max(0.02, Math.min(1, down / lengthOf(1, down) + 0.35 * Math.abs(slopeZ) + 0.05 * unrest));
    const fresnel = 0.03 + 0.97 * (1 - grazing) ** (4.2 - unrest);
    out.r = own.r;
    out.g = own.g;
    out.b = own.b;
    towards(out, light.ambient, 0.1 * unrest * ramp(0, 0.1, swell));
    // Water of a colour of its own is shallow and clear: it shows more of itself.
    towards(out, seen, Math.min(0.97, scene.waterColour === undefined ? fresnel : 0.72 * fresnel));
    // The sun on facets that happen to throw it here.
    const half = lengthOf(sunX - wx / z, sunY + down, sunZ + 1 - 1) + 1e-6;
    const nx = -slopeX * 2.2 - (sunX - wx / z) / half;
    const nz = isLit ? -slopeZ * 0.5 - 0.06 : 1;
    const glitter = isLit ? Math.exp(-(nx * nx * 26 + nz * nz * 3)) * (0.35 + 1.5 * ramp(0.08, 0.2, Math.abs(facetZ - facetX))) : 0;
    if (glitter > 0) add(out, lit, 0.34 * glitter);
    if (unrest > 0.5) {
      // Foam is full of holes: a whole patch of it would lie there like ice.
      const torn = ramp(0.44, 0.6, noise.fractal(u * 2.6 + 90, v * 6, 4)) + (1 - calm);
      const cap = Math.min(1, torn) * ramp(0.66, 0.82, noise.fractal(u * 0.5 + 200, v * 1.3, 6) + 0.35 * swell) * calm * (unrest - 0.4);
      towards(out, between(foam, light.ambient, 0.35), cap * 0.75);
    }
  });
}

function bodyColour(scene: Scene, light: Daylight): Radiance {
  const [named] = scene.skyColours;
  if (scene.waterColour !== undefined)
    return radianceOf(scene.waterColour, (scene.hour === "night" ? 0.12 : 0.62) * (scene.hour === "day" ? 1 : 0.7));
  const deep = scene.setting === "lake" ? hex("123a3f") : hex("0b3550");
  const day = scene.hour === "day" ? 1 : scene.hour === "golden" ? 0.7 : 0.4;
  const mixed = between(deep, light.ambient, 0.12);
  const strength = scene.hour === "night" ? 0.16 : day;
  const lit = { r: mixed.r * strength, g: mixed.g * strength, b: mixed.b * strength };
  return named === undefined ? lit : between(lit, light.middle, 0.25);
}
