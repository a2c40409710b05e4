/** A black forest gateau on its stand: glazed side with piped words, ruffles of cream, a cherry on each. */
import { placeText } from "#lib/engine/lettering/place-text.ts";
import { lengthOf } from "#lib/pixels/length.ts";
import type { NoiseField } from "#lib/pixels/noise-field.ts";
import { hex, type Radiance, ramp, set, towards } from "../light/radiance.ts";
import type { Lettering } from "../scene.ts";
import { distanceAt, type LetterField, measureLetters } from "./letter-field.ts";
import { blendMin, type Form, lathe, place, type Solid } from "./solid.ts";

const cream = hex("f3e6d0");
const chocolate = hex("2a120b");
const dots = 11;
/** Letters are measured on a fine grid of their own. */
const perUnit = 240;
const tall = 0.84;

export function* bakeCake(
  noise: NoiseField,
  words: Lettering | undefined,
  icing: Radiance | undefined,
): Generator<undefined, readonly Solid[], void> {
  const field = words === undefined ? undefined : yield* pipe(words);
  const scale = 1.42;
  return [
    place(stand(noise), 0, 0.2, scale),
    place(body(noise, field, icing ?? chocolate), 0, 0.2, scale, 0, 0.3 * scale),
    place(ruffles(), 0, 0.2, scale, 0.2, (0.3 + tall) * scale),
    place(cherries(noise), 0, 0.2, scale, 0.2, (0.3 + tall + 0.2) * scale),
  ];
}

function* pipe({ text, typeface }: Lettering): Generator<undefined, LetterField | undefined, void> {
  const area = { left: -0.93 * perUnit, top: -0.65 * perUnit, width: 1.86 * perUnit, height: 0.5 * perUnit };
  const placed = placeText(typeface, text, { area, size: 0.5 * perUnit, align: "centre", rest: "middle" });
  return placed && (yield* measureLetters(placed, 0.06 * perUnit));
}

function piping(field: LetterField, x: number, y: number, z: number): number {
  const around = Math.atan2(x, -z);
  return distanceAt(field, around * perUnit, -y * perUnit) / perUnit;
}

function body(noise: NoiseField, field: LetterField | undefined, icing: Radiance): Form {
  const side = lathe((y) => 1 - 0.05 * ramp(tall - 0.06, tall, y), 0, tall, 1);
  const weight = 0.008;
  const drip = (x: number, z: number): number => tall - 0.1 - 0.13 * noise.fractal(Math.atan2(z, x) * 3.2 + 40, 2, 2);
  return {
    middle: tall / 2,
    reach: 1.16,
    top: tall + 0.03,
    distance: (x, y, z) => {
      let d = side(x, y, z) - 0.02;
      // Far from the cake its ornaments do not matter.
      if (d > 0.3) return (d - 0.12) * 0.9;
      const r = lengthOf(x, z);
      if (r > 0.9 && y > 0.4) d -= 0.022 * ramp(-0.02, 0.05, y - drip(x, z));
      // A rope of cream around the foot.
      const sector = Math.atan2(z, x) * 15;
      const rope = lengthOf(r - 1.02, y - 0.05) - 0.062 - 0.02 * Math.sin(sector * 2 + (y - 0.05) * 30);
      d = Math.min(d, rope * 0.8);
      if (field !== undefined && z < 0 && r > 0.9 && y < tall - 0.05) {
        const line = lengthOf(piping(field, x, y, z), (r - 1.035) * 0.9) - weight;
        d = blendMin(d, line * 0.9, 0.01);
      }
      return d * 0.9;
    },
    skin: (x, y, z, up, out) => {
      const r = lengthOf(x, z);
      const isRope = y < 0.115 && r > 0.99;
      const isTop = y > drip(x, z) || up > 0.7;
      const isWord = field !== undefined && z < 0 && piping(field, x, y, z) < weight * 1.3 && r > 1.026;
      out.gloss = 0.12;
      out.glow = 0.3;
      if (isWord || isRope) {
        set(out.colour, cream);
        return;
      }
      if (isTop) {
        set(out.colour, cream);
        // Shavings in the middle of the top.
        const flakes = ramp(0.54, 0.6, noise.ridged(x * 8, z * 8, 2) * 0.55 + 0.45 * noise.value(x * 30, z * 30)) * ramp(0.66, 0.52, r);
        if (up > 0.7) towards(out.colour, hex("3a1c10"), flakes);
        return;
      }
      set(out.colour, icing);
      towards(out.colour, hex("5a2e1c"), 0.4 * noise.fractal(Math.atan2(z, x) * 5, y * 4, 4));
      out.gloss = 0.6;
      out.glow = 0;
    },
  };
}

function ruffles(): Form {
  const step = (Math.PI * 2) / dots;
  return {
    middle: 0.12,
    reach: 1.02,
    top: 0.27,
    distance: (x, y, z) => {
      const angle = Math.atan2(z, x);
      const folded = angle - step * Math.round(angle / step);
      const r = lengthOf(x, z);
      const px = r * Math.cos(folded) - 0.78;
      const pz = r * Math.sin(folded);
      const turn = Math.atan2(pz, px);
      const held = y < 0 ? 0 : Math.min(y, 0.26);
      const radius = 0.2 * (1 - held / 0.3) ** 0.7 * (1 + 0.11 * Math.sin(turn * 7 + held * 26));
      return Math.max((lengthOf(px, pz) - radius) * 0.6, y - 0.26, -0.02 - y);
    },
    skin: (_x, _y, _z, _up, out) => {
      set(out.colour, cream);
      out.gloss = 0.14;
      out.glow = 0.32;
    },
  };
}

function cherries(noise: NoiseField): Form {
  const step = (Math.PI * 2) / dots;
  return {
    middle: 0.16,
    reach: 1.02,
    top: 0.45,
    distance: (x, y, z) => {
      const angle = Math.atan2(z, x);
      const folded = angle - step * Math.round(angle / step);
      const r = lengthOf(x, z);
      const px = r * Math.cos(folded) - 0.78;
      const pz = r * Math.sin(folded);
      const ball = lengthOf(px, y - 0.1, pz) - 0.128 + 0.03 * Math.exp(-(px * px + pz * pz) * 200) * ramp(0.1, 0.2, y);
      const bent = px - 0.5 * (y - 0.2) * (y - 0.2) - 0.02;
      const stem = Math.max(lengthOf(bent, pz - 0.06 * y) - 0.011, Math.abs(y - 0.31) - 0.12);
      return Math.min(ball, stem);
    },
    skin: (x, y, z, _up, out) => {
      const isStem = y > 0.235;
      set(out.colour, isStem ? hex("4a5a1e") : hex("8c0a18"));
      if (!isStem) towards(out.colour, hex("3a0410"), 0.7 * noise.fractal(x * 4 + 3, z * 4 + y * 3, 2));
      out.gloss = isStem ? 0.1 : 0.85;
      out.glow = isStem ? 0 : 0.12;
    },
  };
}

function stand(noise: NoiseField): Form {
  const plate = lathe((y) => 1.24 + 0.1 * ramp(0.2, 0.3, y), 0.24, 0.3, 0.9);
  const foot = lathe((y) => 0.16 + 0.42 * ramp(0.12, 0, y) + 0.3 * ramp(0.16, 0.26, y), 0, 0.25, 0.5);
  return {
    middle: 0.15,
    reach: 1.4,
    top: 0.32,
    distance: (x, y, z) => Math.min(plate(x, y, z) - 0.008, foot(x, y, z)),
    skin: (x, y, z, _up, out) => {
      set(out.colour, hex("e9e6e0"));
      towards(out.colour, hex("c9c4bb"), 0.3 * noise.fractal(x * 2, z * 2 + y, 3));
      out.gloss = 0.8;
      out.glow = 0;
    },
  };
}
