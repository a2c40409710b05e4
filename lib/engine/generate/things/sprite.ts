/** A thing painted apart on a clear sheet, then set into the picture with what its place does to it. */
import { createNoiseField } from "#lib/pixels/noise-field.ts";
import type { Canvas, Painting } from "../light/canvas.ts";
import type { Light } from "../light/palettes.ts";

export interface Setting {
  readonly light: Light;
  /** Only its outline is seen. */
  readonly isDark?: boolean;
  readonly x: number;
  /** Where it touches ground or water. */
  readonly foot: number;
  readonly size: number;
  readonly on: "ground" | "water" | "air";
  /** Share of haze in front of it. */
  readonly haze: number;
  readonly seed: number;
  /** The row from which on there is no water to mirror it. */
  readonly waterEnds: number;
}

export function newSheet({ width, height, unit }: Canvas): Canvas & { readonly alpha: Float32Array } {
  return { width, height, unit, data: new Float32Array(width * height * 3), alpha: new Float32Array(width * height) };
}

export function* setIn(canvas: Canvas, sheet: Canvas & { readonly alpha: Float32Array }, setting: Setting): Painting {
  const { light, x, foot, size } = setting;
  const { width, height } = canvas;
  const left = Math.max(0, Math.floor(x - size * 1.6));
  const right = Math.min(width - 1, Math.ceil(x + size * 1.6));
  const top = Math.max(0, Math.floor(foot - size * 2.4));
  const bottom = Math.min(height - 1, Math.ceil(foot + size * 2.2));
  if (setting.on === "ground") yield* castShadow(canvas, sheet, setting, left, right);
  if (setting.on === "water") yield* mirrorThing(canvas, sheet, setting, left, right);
  const reach = Math.max(1, size * 0.05);
  const sx = light.sunRight * reach;
  const sy = -Math.max(0.25, light.sunUp) * reach;
  const rimStrength = setting.isDark ? 0.06 : light.isBacklit ? 0.85 : 0.4;
  for (let y = top; y <= bottom; y++) {
    if (y % 16 === 0) yield;
    for (let px = left; px <= right; px++) {
      const at = y * width + px;
      const alpha = sheet.alpha[at] as number;
      if (alpha <= 0) continue;
      // Bright where the edge towards the sun is near, darker near the other one; both fade inwards.
      const rim = openness(sheet, px, y, sx, sy) ** 2 * alpha * rimStrength;
      const dark = openness(sheet, px, y, -sx * 2, -sy * 2) * alpha * 0.26;
      for (let c = 0; c < 3; c++) {
        const own = (sheet.data[at * 3 + c] as number) * (setting.isDark ? 0.07 : 1);
        const shaded = own * (1 - dark) + rim * ((light.rim[c] as number) - own * 0.4) * 0.9;
        const seen = shaded + (setting.isDark ? 0.3 : 1) * setting.haze * ((light.haze[c] as number) - shaded);
        canvas.data[at * 3 + c] = (canvas.data[at * 3 + c] as number) + alpha * (seen - (canvas.data[at * 3 + c] as number));
      }
    }
  }
}

function alphaAt(
  { alpha, width, height }: { readonly alpha: Float32Array; readonly width: number; readonly height: number },
  x: number,
  y: number,
): number {
  const [px, py] = [Math.round(x), Math.round(y)];
  return px < 0 || py < 0 || px >= width || py >= height ? 0 : (alpha[py * width + px] as number);
}

function openness(sheet: Canvas & { readonly alpha: Float32Array }, x: number, y: number, dx: number, dy: number): number {
  let open = 0;
  for (let n = 1; n <= rings; n++) open += 1 - alphaAt(sheet, x + (dx * n) / rings, y + (dy * n) / rings);
  return open / rings;
}

const rings = 6;

/** Lies flat on the ground, away from the sun, softer the farther it falls. */
function* castShadow(
  canvas: Canvas,
  sheet: Canvas & { readonly alpha: Float32Array },
  { light, foot, size }: Setting,
  left: number,
  right: number,
): Painting {
  const { width, height } = canvas;
  const slant = Math.max(-2.2, Math.min(2.2, light.sunRight / Math.max(0.3, light.sunUp)));
  const flat = light.isBacklit ? 0.4 : 0.16;
  const reach = size * 1.1 * flat;
  const margin = Math.ceil(Math.abs(slant) * size);
  for (let y = Math.floor(foot - size * 0.03); y <= Math.min(height - 1, foot + reach); y++) {
    if (y % 8 === 0) yield;
    if (y < 0) continue;
    const t = Math.max(0, (y - foot) / reach);
    const soft = 1 + size * 0.05 * t;
    for (let x = Math.max(0, left - margin); x <= Math.min(width - 1, right + margin); x++) {
      const fromX = x + slant * size * 1.1 * t;
      const fromY = foot - t * size * 1.1 - 1;
      let cover = 0;
      for (let n = -2; n <= 2; n++) cover += alphaAt(sheet, fromX + n * soft, fromY) / 5;
      if (cover <= 0) continue;
      const share = 0.5 * cover * (1 - 0.6 * t);
      const at = (y * width + x) * 3;
      for (let c = 0; c < 3; c++) canvas.data[at + c] = (canvas.data[at + c] as number) * (1 - share * (c === 2 ? 0.8 : 1));
    }
  }
}

function* mirrorThing(
  canvas: Canvas,
  sheet: Canvas & { readonly alpha: Float32Array },
  { foot, size, seed, waterEnds, isDark }: Setting,
  left: number,
  right: number,
): Painting {
  const { width, height } = canvas;
  const noise = createNoiseField(seed + 61);
  for (let y = Math.max(0, Math.floor(foot)); y <= Math.min(height - 1, waterEnds, foot + size * 1.5); y++) {
    if (y % 8 === 0) yield;
    const down = (y - foot) / size;
    for (let x = left; x <= right; x++) {
      const wave = noise.fractal(x / (size * 0.12), y / (size * 0.025), 3) - 0.5;
      const from = foot - (y - foot) * 1.04 + wave * size * 0.05;
      const fromX = x + wave * size * (0.05 + 0.1 * down);
      const cover = alphaAt(sheet, fromX, from) * (0.75 - 0.38 * down) * (0.8 + 0.6 * wave);
      if (cover <= 0.01) continue;
      const source = (Math.round(from) * width + Math.max(0, Math.min(width - 1, Math.round(fromX)))) * 3;
      const at = (y * width + x) * 3;
      for (let c = 0; c < 3; c++)
        canvas.data[at + c] =
          (canvas.data[at + c] as number) +
          cover * ((sheet.data[source + c] as number) * (isDark ? 0.1 : 0.72) - (canvas.data[at + c] as number));
    }
  }
}
