/** Leaves and petals strewn over what a table is made of: flat enough to be painted on it, with the shadow they throw. */
import { lengthOf } from "#lib/pixels/length.ts";
import { hashPoint } from "#lib/pixels/random.ts";
import { dim, hex, type Radiance, radianceOf, ramp, towards } from "../light/radiance.ts";
import type { Scene } from "../scene.ts";
import type { Studio } from "./lighting.ts";

type Table = Studio["table"];

const autumn = ["b8481c", "d8862a", "8f2f18", "e0b03e", "7a5a28"].map((code) => hex(code));
const greens = ["2f6a34", "4a8a3e", "245a3a", "6a9c4c"].map((code) => hex(code));
const blossom = ["f6c6d2", "f2a9bd", "fbe0e6"].map((code) => hex(code));

export function strewn(scene: Scene, table: Table): Table {
  const isAutumn = scene.season === "autumn" && scene.traits.includes("from above");
  const hasPetals = scene.traits.includes("petals") || (scene.season === "blossom" && scene.traits.includes("from above"));
  const hasLeaves = !isAutumn && !hasPetals && scene.traits.includes("strewn leaves");
  if (!isAutumn && !hasPetals && !hasLeaves) return table;
  const said = scene.colours.flower;
  const tones = isAutumn
    ? autumn
    : hasLeaves
      ? scene.season === "autumn"
        ? autumn
        : greens
      : said === undefined
        ? blossom
        : [radianceOf(said)];
  const isLeafy = isAutumn || hasLeaves;
  const cell = isLeafy ? 0.62 : 0.36;
  const share = isLeafy ? 0.5 : 0.34;
  return (x, z, noise, out) => {
    table(x, z, noise, out);
    const [cx, cz] = [Math.floor(x / cell), Math.floor(z / cell)];
    // Neighbours reach over; their shadows fall to the right, away from the window.
    for (const isShadow of [true, false]) {
      for (let n = 0; n < 9; n++) {
        const [i, j] = [cx + (n % 3) - 1, cz + Math.floor(n / 3) - 1];
        const at = (salt: number): number => hashPoint(i + salt * 131, j, scene.seed);
        // Thick towards the edges, thin where things stand.
        if (at(1) > share * ramp(0.1, 1.9, lengthOf(i * cell, j * cell * 1.2)) + 0.08) continue;
        const [ox, oz] = [(i + 0.2 + 0.6 * at(2)) * cell, (j + 0.2 + 0.6 * at(3)) * cell];
        const aside = isShadow ? 0.035 : 0;
        const form = isLeafy ? leafAt : petalAt;
        const [edge, vein] = form(x - ox - aside, z - oz + aside * 0.7, at(4) * 6.3, cell * (0.34 + 0.2 * at(5)));
        const soft = isShadow ? 0.05 : 0.006;
        const cover = ramp(soft, -soft, edge);
        if (cover === 0) continue;
        if (isShadow) {
          dim(out.colour, 1 - 0.4 * cover);
          continue;
        }
        const tone: Radiance = { ...(tones[Math.floor(at(6) * tones.length)] as Radiance) };
        dim(tone, 0.75 + 0.35 * noise.fractal(x * 6 + at(7) * 20, z * 6, 3) + 0.14 * at(8));
        towards(tone, hex("f0d8a0"), (isLeafy ? 0.35 : 0) * vein);
        towards(out.colour, tone, cover);
        out.gloss *= 1 - cover;
      }
    }
  };
}

/** How far from its edge, and how near a vein: pointed at the tip, toothed, with a rib. */
function leafAt(dx: number, dz: number, turn: number, size: number): readonly [number, number] {
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const [a, b] = [(dx * cos + dz * sin) / size, (dz * cos - dx * sin) / size];
  const stem = a < -0.9 && a > -1.5 ? Math.abs(b + 0.1 * (a + 0.9)) - 0.03 : 1;
  const half = Math.abs(a) > 1 ? -1 : 0.56 * (1 - a * a) ** 0.8 * (1.1 - 0.35 * a) * (1 + 0.05 * Math.sin(a * 26));
  const side = Math.abs((((a - Math.abs(b) * 0.9) * 5 + 10) % 1) - 0.5);
  return [Math.min((Math.abs(b) - half) * size, stem * size), Math.max(ramp(0.05, 0.02, Math.abs(b)), 0.6 * ramp(0.44, 0.49, side))];
}

/** An egg with a dent at its broad end. */
function petalAt(dx: number, dz: number, turn: number, size: number): readonly [number, number] {
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const [a, b] = [(dx * cos + dz * sin) / size, (dz * cos - dx * sin) / size];
  const dent = 0.16 * ramp(0.3, 0, Math.abs(b)) * ramp(0.4, 1, a);
  return [(lengthOf(a + dent, b * (1.5 - 0.35 * a)) - 0.72) * size, 0];
}
