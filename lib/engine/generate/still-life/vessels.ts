/** What a potter and a joiner make: vases, bowls, cups, bottles, books. */
import { lengthOf } from "#lib/pixels/length.ts";
import type { NoiseField } from "#lib/pixels/noise-field.ts";
import { hex, type Radiance, ramp, set, towards } from "../light/radiance.ts";
import { type Form, lathe } from "./solid.ts";

export function vase(noise: NoiseField, own: Radiance): Form {
  const radius = (y: number): number => {
    const belly = 0.3 + 0.42 * Math.sin(Math.PI * Math.min(1, (y + 0.18) / 1.72)) ** 1.4;
    const neck = 0.2 + 0.16 * ramp(1.78, 2.15, y);
    return belly + (neck - belly) * ramp(1.1, 1.7, y);
  };
  const outside = lathe(radius, 0, 2.15, 0.72);
  return {
    middle: 1.08,
    reach: 1.32,
    top: 2.2,
    distance: (x, y, z) => Math.max(outside(x, y, z) - 0.012, y > 1.4 ? (radius(Math.min(y, 2.15)) - 0.05 - lengthOf(x, z)) * 0.7 : -1),
    skin: (x, y, z, _up, out) => {
      set(out.colour, own);
      const angle = Math.atan2(z, x);
      const run = noise.fractal(angle * 3, y * 0.8, 4);
      towards(out.colour, hex("f2e6d0"), 0.16 * run + 0.55 * ramp(2.02, 2.12, y));
      // Where the glaze ends, the clay shows.
      towards(out.colour, hex("8a6244"), ramp(0.2 + 0.12 * run, 0.12 + 0.1 * run, y));
      const rings = 0.94 + 0.06 * Math.sin(y * 60);
      out.colour.r *= rings;
      out.colour.g *= rings;
      out.colour.b *= rings;
      out.gloss = 0.75 * ramp(0.12, 0.3, y);
      out.glow = 0;
    },
  };
}

export function bowl(noise: NoiseField, own: Radiance): Form {
  const outer = (y: number): number => 0.3 + 0.72 * Math.sqrt(Math.max(0, (y - 0.04) / 0.62));
  const body = lathe(outer, 0.02, 0.64, 0.55);
  const foot = lathe(() => 0.36, 0, 0.08, 1);
  return {
    middle: 0.32,
    reach: 1.12,
    top: 0.7,
    distance: (x, y, z) => {
      const r = lengthOf(x, z);
      const inside = (outer(Math.max(0.1, Math.min(0.7, y - 0.06))) - 0.07 - r) * 0.55;
      return Math.min(Math.max(body(x, y, z), y > 0.1 ? inside : -1), foot(x, y, z));
    },
    skin: (x, y, z, _up, out) => {
      set(out.colour, own);
      towards(out.colour, hex("f4efe4"), ramp(0.6, 0.63, y) * 0.7 + 0.12 * noise.fractal(x * 3, z * 3 + y * 4, 4));
      const speck = ramp(0.84, 0.9, noise.value(x * 30, y * 30 + z * 27));
      towards(out.colour, hex("3a2c24"), speck * 0.2);
      out.gloss = 0.65;
      out.glow = 0;
    },
  };
}

export function cup(_noise: NoiseField, own: Radiance): Form {
  const radius = (y: number): number => 0.36 + 0.1 * Math.sqrt(Math.max(0, y));
  const body = lathe(radius, 0, 0.82, 0.9);
  return {
    middle: 0.42,
    reach: 0.86,
    top: 0.86,
    distance: (x, y, z) => {
      const r = lengthOf(x, z);
      const wall = Math.max(body(x, y, z) - 0.01, -Math.max(r - radius(y) + 0.045, 0.72 - y));
      const ring = lengthOf(lengthOf((x - 0.48) * 1.1, y - 0.44) - 0.22, z) - 0.045;
      return Math.min(wall, Math.max(ring, 0.38 - r));
    },
    skin: (x, y, z, _up, out) => {
      const isCoffee = lengthOf(x, z) < radius(y) - 0.03 && y < 0.745 && y > 0.5;
      set(out.colour, isCoffee ? hex("2a150a") : own);
      out.gloss = isCoffee ? 0.5 : 0.8;
      out.glow = 0;
    },
  };
}

export function bottle(noise: NoiseField, own: Radiance): Form {
  const radius = (y: number): number => 0.34 - 0.21 * ramp(1.35, 1.85, y) + 0.03 * ramp(2.34, 2.38, y);
  const body = lathe(radius, 0, 2.5, 0.8);
  return {
    middle: 1.25,
    reach: 1.34,
    top: 2.54,
    distance: (x, y, z) => body(x, y, z) - 0.015,
    skin: (x, y, z, _up, out) => {
      const isLabel = y > 0.42 && y < 1.12 && Math.abs(Math.atan2(x, -z)) < 1.25;
      set(out.colour, isLabel ? hex("e9dfc8") : y > 2.3 ? hex("7c5a34") : own);
      if (isLabel) {
        const rule = Math.abs(y - 0.5) < 0.012 || Math.abs(y - 1.04) < 0.012 || (Math.abs(y - 0.82) < 0.06 && Math.abs(x) < 0.16);
        if (rule) set(out.colour, hex("8c3b2a"));
        towards(out.colour, hex("c9b48c"), 0.4 * noise.fractal(x * 6, y * 6, 3));
      }
      out.gloss = isLabel || y > 2.3 ? 0.12 : 0.95;
      out.glow = isLabel ? 0 : 0.22;
    },
  };
}

export function book(noise: NoiseField, own: Radiance): Form {
  const [halfX, halfY, halfZ] = [0.78, 0.12, 0.52];
  const boxed = (x: number, y: number, z: number, hx: number, hy: number, hz: number): number => {
    const [qx, qy, qz] = [Math.abs(x) - hx, Math.abs(y) - hy, Math.abs(z) - hz];
    return lengthOf(Math.max(qx, 0), Math.max(qy, 0), Math.max(qz, 0)) + Math.min(Math.max(qx, qy, qz), 0);
  };
  return {
    middle: halfY,
    reach: 0.98,
    top: 0.27,
    distance: (x, y, z) => {
      const cover = Math.max(
        boxed(x, y - halfY, z, halfX, halfY, halfZ) - 0.008,
        -boxed(x, y - halfY, z + 0.1, halfX + 0.1, halfY - 0.025, halfZ),
      );
      return Math.min(cover, boxed(x, y - halfY, z + 0.015, halfX - 0.03, halfY - 0.02, halfZ - 0.03));
    },
    skin: (x, y, z, up, out) => {
      const isPage = up < 0.5 && Math.abs(y - halfY) < halfY - 0.022;
      set(out.colour, isPage ? hex("e6dabf") : own);
      if (isPage) towards(out.colour, hex("b8a57e"), 0.6 * noise.value(x * 4, y * 190));
      else towards(out.colour, hex("1c1410"), 0.3 * noise.fractal(x * 12, z * 12 + y * 9, 3));
      out.gloss = isPage ? 0.02 : 0.16;
      out.glow = 0;
    },
  };
}
