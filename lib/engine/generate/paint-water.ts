/** Water mirrors what is painted above the horizon, broken by waves that grow towards the viewer. */

import type { Rgb } from "#lib/pixels/colour.ts";
import { fractalNoise } from "#lib/pixels/noise.ts";
import { type Canvas, mix, type Painting, repaint } from "./canvas.ts";
import { type Light, lit } from "./palettes.ts";
import type { Scene } from "./scene.ts";

export function* paintWater(canvas: Canvas, scene: Scene, light: Light, horizon: number): Painting {
  const isCalm = scene.setting === "lake";
  const deep = lit(scene.hour === "storm" ? [40, 66, 74] : [16, 84, 122], light);
  const above = canvas.data.slice(0, Math.ceil(horizon) * canvas.width * 3);
  const rows = Math.ceil(horizon);
  const strength = isCalm ? 0.4 : scene.hour === "storm" ? 1.8 : 1;
  yield* repaint(canvas, rows, canvas.height, (x, y) => {
    const t = (y - horizon) / (canvas.height - horizon);
    const depth = 1 / (t + 0.03);
    const u = ((x - canvas.width / 2) / canvas.unit) * depth * 1.6;
    const v = depth * 5.5;
    const wave = fractalNoise(u, v, scene.seed + 21, 4) - 0.5;
    const shift = strength * wave * canvas.unit * (0.05 + 0.32 * t);
    const fromY = Math.max(0, Math.min(rows - 1, Math.round(horizon - (y - horizon) * 0.9 - shift)));
    const fromX = Math.max(0, Math.min(canvas.width - 1, Math.round(x + shift * 0.25)));
    const at = (fromY * canvas.width + fromX) * 3;
    const mirrored: Rgb = [above[at] as number, above[at + 1] as number, above[at + 2] as number];
    const clear = isCalm ? 0.78 - 0.35 * t : 0.6 - 0.42 * t + wave * 0.5;
    const colour = mix(deep, mirrored, Math.max(0.1, clear));
    const crest = !isCalm && wave > 0.17 - 0.04 * strength ? Math.min(1, (wave - 0.17 + 0.04 * strength) * 7) * t : 0;
    return mix(colour, light.white, crest * 0.55 + (t < 0.015 ? 0.12 : 0));
  });
}
