/** Trees of a season in a flat land: a crown in two tones on a stem, larger the nearer. */
import { lengthOf } from "#lib/pixels/length.ts";
import { createRandom } from "#lib/pixels/random.ts";
import type { Painting } from "../light/canvas.ts";
import type { Film } from "../light/film.ts";
import { between, hex, type Radiance } from "../light/radiance.ts";
import type { Scene } from "../scene.ts";

const crowns: Readonly<Record<string, readonly string[]>> = {
  autumn: ["d9601f", "f0a02e", "b8381c", "f6c04a"],
  blossom: ["f4b8c8", "f8d3dc", "ea94ae"],
};

/** `edgeAt` is the row where a layer begins; nothing grows below `floor`. */
export function* plantFlatTrees(
  film: Film,
  scene: Scene,
  tones: readonly Radiance[],
  edgeAt: (layer: number, x: number) => number,
  floor: number,
): Painting {
  const codes = crowns[scene.season ?? ""];
  if (codes === undefined || scene.setting === "city" || scene.setting === "sea" || scene.setting === "desert") return;
  const random = createRandom(scene.seed + 611);
  const strength = scene.hour === "night" ? 0.34 : scene.hour === "dusk" || scene.hour === "storm" ? 0.62 : 1;
  const nearest = tones.length - 1;
  for (const layer of [nearest - 2, nearest - 1, nearest]) {
    const near = layer - nearest + 2;
    const count = [16, 12, 7][near] ?? 7;
    for (let n = 0; n < count; n++) {
      yield;
      // In groups, with gaps between them.
      const x = film.width * (((n / count) * 1.7 + 0.13 * random() + 0.3 * near) % 1);
      const foot = edgeAt(layer, x) + film.unit * 0.012;
      const isCovered = layer < nearest && foot > edgeAt(layer + 1, x);
      const tall = film.unit * (0.05 + 0.05 * near) * (0.75 + 0.5 * random());
      const crown = hex(codes[Math.floor(random() * codes.length)] ?? "d9601f", strength);
      const paled = between(crown, tones[layer] as Radiance, 0.3 - 0.13 * near);
      if (!isCovered && foot < floor) paintTree(film, x, foot, tall, paled, between(tones[nearest] as Radiance, hex("2a1712"), 0.5));
    }
  }
}

function paintTree(film: Film, x: number, foot: number, tall: number, crown: Radiance, stem: Radiance): void {
  const [cx, cy, rx, ry] = [x, foot - tall * 0.66, tall * 0.27, tall * 0.36];
  const dark = { r: crown.r * 0.72, g: crown.g * 0.7, b: crown.b * 0.74 };
  for (let py = Math.max(0, Math.floor(foot - tall * 1.05)); py <= Math.min(film.height - 1, foot); py++) {
    for (let px = Math.max(0, Math.floor(cx - rx - 1)); px <= Math.min(film.width - 1, cx + rx + 1); px++) {
      const [u, v] = [(px + 0.5 - cx) / rx, (py + 0.5 - cy) / ry];
      const isStem = Math.abs(px + 0.5 - cx) < Math.max(0.8, tall * 0.018) && py > cy;
      const cover = Math.max(0, Math.min(1, (1 - lengthOf(u, v)) * rx + 0.5));
      const lit = lengthOf(u + 0.32, v + 0.1) < 0.86;
      blend(film, (py * film.width + px) * 3, lit ? crown : dark, cover);
      if (isStem) blend(film, (py * film.width + px) * 3, stem, 1);
    }
  }
}

function blend({ data }: Film, at: number, tone: Radiance, cover: number): void {
  data[at] = (data[at] as number) + cover * (tone.r - (data[at] as number));
  data[at + 1] = (data[at + 1] as number) + cover * (tone.g - (data[at + 1] as number));
  data[at + 2] = (data[at + 2] as number) + cover * (tone.b - (data[at + 2] as number));
}
