/** Water that falls over a rock face into a basin: the face stands round it, wet and mossy, and spray hangs at its foot. */
import { createNoiseField } from "#lib/pixels/noise-field.ts";
import { type Camera, columnOf, rowOf } from "../light/camera.ts";
import type { Painting } from "../light/canvas.ts";
import { expose, type Film } from "../light/film.ts";
import type { Daylight } from "../light/hours.ts";
import { dim, hex, ramp, set, towards } from "../light/radiance.ts";
import type { Scene } from "../scene.ts";
import type { Land } from "./ground.ts";

export interface Falls extends Land {
  readonly isWooded: (x: number, z: number, height: number) => boolean;
}

const rock = hex("6a645c");
const wetRock = hex("2b2a28");
const moss = hex("4c6430");
const soil = hex("47502a");
const foam = hex("f7fafc");
const distance = 1.05;

function middleOf({ seed, room }: Scene): number {
  return (room === undefined ? (seed % 2 === 0 ? 1 : -1) : room === "left" ? 1 : -1) * (0.06 + 0.08 * ((seed % 7) / 7));
}

/** The main fall, and a thin one beside it. */
function streamsOf(scene: Scene): readonly (readonly [at: number, half: number])[] {
  const x = middleOf(scene);
  return [
    [x, 0.042],
    [x + (scene.seed % 3 === 0 ? -0.17 : 0.16), 0.012],
  ];
}

export function fallsOf(scene: Scene): Falls {
  const noise = createNoiseField(scene.seed + 321);
  const drift = (scene.seed % 1000) * 0.31;
  const x0 = middleOf(scene);
  const streams = streamsOf(scene);
  const green = scene.season === "autumn" ? hex("8a5a24") : moss;
  /** 0 before the face, 1 on top of it. */
  const faceAt = (x: number, z: number): number => {
    const aside = x - x0;
    const crags = 0.13 * (noise.fractal(x * 5 + drift, 2, 4) - 0.5) + 0.05 * (noise.fractal(x * 16 + drift, z * 6, 3) - 0.5);
    const edge = distance - 0.75 * aside * aside - 0.06 * Math.abs(aside) + crags;
    return ramp(edge, edge + 0.13, z);
  };
  const height = (x: number, z: number, octaves: number): number => {
    const aside = Math.abs(x - x0);
    const bank = ramp(0.13, 0.34, aside + 0.12 * (noise.fractal(x * 3 + drift, z * 3, 3) - 0.5) - 0.07 * z);
    const floor = -0.02 + bank * (0.035 + 0.09 * ramp(0.2, 0.8, aside)) * (0.4 + noise.fractal(x * 4, z * 4 + drift, octaves));
    const notch = 0.05 * Math.exp(-(((x - x0) / 0.09) ** 2));
    const top = 0.33 + 0.16 * noise.fractal(x * 1.1 + drift, z * 0.7, octaves) + 0.16 * ramp(1.3, 3.5, z) - notch;
    const face = faceAt(x, z);
    const ledges = face > 0 && face < 1 ? 0.02 * (noise.fractal(face * 9, x * 7 + drift, 3) - 0.5) : 0;
    return floor + (top - floor) * face + ledges;
  };
  const fallsAt = (x: number, at: number): number => {
    let share = 0;
    for (const [middle, half] of streams) {
      const sway = 0.012 * (noise.fractal(at * 9, middle * 40, 3) - 0.5);
      const wide = half * (0.75 + 0.5 * (1 - Math.min(1, at / 0.4)));
      share = Math.max(share, ramp(wide, wide * 0.55, Math.abs(x - middle - sway)));
    }
    return share;
  };
  return {
    near: 0.12,
    far: 9,
    shadowReach: 0.4,
    octaves: 8,
    height,
    isWooded: (x, z, h) => h > 0.012 && (faceAt(x, z) > 0.995 || faceAt(x, z) === 0) && Math.abs(x - x0) > 0.16,
    paint: ({ x, z, height: at, flatness, footprint }, out) => {
      const face = faceAt(x, z);
      const grain = noise.fractal(x * 26, at * 30 + z * 8, 4);
      set(out, rock);
      towards(out, wetRock, 1.3 * (noise.fractal(x * 14 + drift, at * 5, 4) - 0.34));
      dim(out, 0.55 + 0.9 * grain);
      towards(out, green, ramp(0.5, 0.62, noise.fractal(x * 9, at * 12 + z * 9, 4) + 0.34 * (flatness - 0.55)) * 0.85);
      if (face === 0 || face === 1) towards(out, soil, 0.85 * ramp(0.55, 0.8, flatness));
      if (face === 1) towards(out, green, 0.6);
      dim(out, 0.75 + 0.5 * noise.fractal(x * 60, z * 60, 2) * ramp(0.01, 0.002, footprint));
      const stream = face > 0 && face < 1 ? fallsAt(x, at) : 0;
      // Beside the water the rock is dark with it.
      towards(out, wetRock, 0.6 * ramp(0.1, 0.03, Math.abs(x - x0)) * (1 - stream));
      const threads = 0.55 + 0.6 * noise.fractal(x * 210, at * 5 + x * 30, 3);
      towards(out, foam, stream * Math.min(1, 0.35 + threads * 0.8));
    },
  };
}

export function* sprayOver(film: Film, scene: Scene, light: Daylight, camera: Camera): Painting {
  const noise = createNoiseField(scene.seed + 322);
  const spray = {
    r: 0.5 * light.ambient.r + 0.26 * light.sun.r,
    g: 0.5 * light.ambient.g + 0.26 * light.sun.g,
    b: 0.5 * light.ambient.b + 0.26 * light.sun.b,
  };
  const foot = rowOf(camera, 0.005, distance);
  for (const [at, half] of streamsOf(scene)) {
    const x = columnOf(camera, at, distance);
    const wide = (camera.focal * (half * 2.2 + 0.02)) / distance;
    const tall = wide * 0.55;
    yield* expose(film, foot - tall * 2.6, foot + tall * 1.6, (px, py, out) => {
      const [u, v] = [(px - x) / wide, (py - foot) / tall];
      const share = Math.exp(-u * u * 1.1 - (v < 0 ? v * v * 0.7 : v * v * 2.2));
      if (share > 0.01) towards(out, spray, Math.min(0.9, share * (0.35 + 1.0 * noise.fractal(u * 1.6 + 9, v * 1.6, 4))));
    });
  }
}
