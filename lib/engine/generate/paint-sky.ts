import type { Rgb } from "#lib/pixels/colour.ts";
import { fractalNoise } from "#lib/pixels/noise.ts";
import { createRandom } from "#lib/pixels/random.ts";
import { type Canvas, ellipse, mix, type Painting, paint, repaint } from "./canvas.ts";
import type { Light } from "./palettes.ts";
import type { Scene } from "./scene.ts";

/** From the top down to the horizon (a row). */
export function* paintSky(canvas: Canvas, scene: Scene, light: Light, horizon: number): Painting {
  const random = createRandom(scene.seed + 1);
  const sunX = canvas.width * (0.22 + 0.56 * random());
  const sunY = horizon * (scene.hour === "sunset" ? 0.8 + 0.1 * random() : 0.22 + 0.2 * random());
  const glowReach = canvas.unit * (scene.hour === "sunset" ? 0.75 : 0.4);
  yield* repaint(canvas, 0, horizon + 2, (x, y) => {
    const t = Math.min(1, y / horizon);
    const base = t < 0.55 ? mix(light.top, light.middle, t / 0.55) : mix(light.middle, light.horizon, ((t - 0.55) / 0.45) ** 1.2);
    const glow = scene.hour === "storm" ? 0 : Math.exp(-Math.hypot(x - sunX, (y - sunY) * 1.15) / (glowReach * 0.42));
    return mix(base, light.sun, glow * (scene.hour === "night" ? 0.35 : 0.75));
  });
  // Whatever the ground leaves open is distant haze, not a hole.
  yield* repaint(canvas, horizon + 2, canvas.height, () => mix(light.haze, light.horizon, 0.3));
  if (scene.hour === "night") yield* paintStars(canvas, scene.seed, horizon, scene.things.includes("stars") ? 1.8 : 1);
  paintSunOrMoon(canvas, scene, light, sunX, sunY);
  const isClear = scene.weather.includes("clear") || (scene.things.includes("stars") && !scene.weather.includes("clouds"));
  if (!isClear) yield* paintClouds(canvas, scene, light, horizon, sunX);
}

export function* paintStars(canvas: Canvas, seed: number, bottom: number, density: number): Painting {
  const random = createRandom(seed + 2);
  const count = Math.round(((canvas.width * bottom) / canvas.unit ** 2) * 420 * density);
  for (let n = 0; n < count; n++) {
    if (n % 100 === 0) yield;
    const [x, y, size] = [random() * canvas.width, random() * bottom, random() ** 6];
    const radius = canvas.unit * (0.0006 + 0.0018 * size) + 0.35;
    const colour = mix([190, 210, 255], [255, 236, 210], random());
    paint(canvas, ellipse(x, y, radius), colour, (0.35 + 0.65 * random()) * (1 - (y / bottom) ** 3 * 0.8));
    if (size > 0.6) paint(canvas, ellipse(x, y, radius * 2), colour, 0.14, radius * 4);
  }
}

function paintSunOrMoon(canvas: Canvas, scene: Scene, light: Light, x: number, y: number): void {
  const isMoon = scene.hour === "night";
  if (scene.hour === "storm") return;
  const radius =
    canvas.unit * (isMoon ? 0.05 : scene.hour === "sunset" ? 0.055 : 0.035) * (scene.things.includes(isMoon ? "moon" : "sun") ? 1.5 : 1);
  paint(canvas, ellipse(x, y, radius * 1.7), light.sun, 0.3, radius * 2.4);
  const face = (px: number, py: number): Rgb =>
    isMoon ? mix(light.sun, [176, 180, 178], 1.4 * Math.max(0, fractalNoise(px / radius, py / radius, scene.seed, 3) - 0.42)) : light.sun;
  paint(canvas, ellipse(x, y, radius), face, 1, isMoon ? 1.5 : radius * (scene.hour === "day" ? 0.9 : 0.12));
}

/** Noise laid flat above the viewer: it draws together towards the horizon, and its side to the sun is lit. */
function* paintClouds(canvas: Canvas, scene: Scene, light: Light, horizon: number, sunX: number): Painting {
  const amount = scene.hour === "storm" ? 0.62 : scene.weather.includes("clouds") || scene.setting === "sky" ? 0.5 : 0.36;
  const isDeep = scene.setting === "sky" ? 7 : 5;
  yield* repaint(canvas, 0, horizon, (x, y, old) => {
    const rise = 1 - y / horizon;
    const depth = 0.9 / (rise + 0.16);
    const u = ((x - canvas.width / 2) / canvas.unit) * depth * 2.3 + 20;
    const v = depth * 3.2;
    const here = fractalNoise(u, v, scene.seed + 5, isDeep);
    const dense = (here - (1 - amount)) * 4.2 + 0.35;
    if (dense <= 0) return old;
    const lean = 0.14 * Math.max(-1, Math.min(1, (sunX - x) / (canvas.unit * 0.3)));
    const towards = fractalNoise(u + lean, v + 0.16, scene.seed + 5, 3);
    const shade = Math.min(1, Math.max(0, 0.5 + (here - towards) * 3.2 - (dense - 0.6) * 0.28));
    const cover = Math.min(1, dense * 1.5) * Math.min(1, rise * 5 + 0.15);
    return mix(old, mix(light.cloudShade, light.cloudLit, shade), cover * 0.93);
  });
}
