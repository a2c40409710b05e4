/** Sets single things into a scene: some stand on the ground, some hover. */
import type { Rgb } from "#lib/pixels/colour.ts";
import { createRandom } from "#lib/pixels/random.ts";
import { buildings } from "./buildings.ts";
import type { Canvas, Painting } from "./canvas.ts";
import { emblems } from "./emblems.ts";
import { type Light, lit } from "./palettes.ts";
import { plants } from "./plants.ts";
import type { Scene } from "./scene.ts";
import type { Painters } from "./spot.ts";
import { aircraft, vehicles } from "./vehicles.ts";

const standing: Painters = { ...buildings, ...plants, ...vehicles };
const hovering: Painters = { ...emblems, ...aircraft };

export function* paintThings(canvas: Canvas, scene: Scene, light: Light, horizon: number): Painting {
  const random = createRandom(scene.seed + 23);
  const named = scene.palette[0];
  // The first thing takes the colour that was named; everything takes the light.
  let isFirst = true;
  const colourFor = (): ((own: Rgb) => Rgb) => {
    const takes = isFirst && named !== undefined;
    isFirst = false;
    return (own) => lit(takes ? (named as Rgb) : own, light);
  };
  const onGround = scene.things.filter((name) => standing[name] !== undefined);
  for (const [n, name] of onGround.entries()) {
    yield;
    const x =
      canvas.width *
      ((n + 1) / (onGround.length + 1) + 0.12 * (random() - 0.5) + (onGround.length === 1 ? 0.12 * (random() < 0.5 ? -1 : 1) : 0));
    const y = horizon + (canvas.height - horizon) * (name === "boat" ? 0.22 : 0.5);
    standing[name]?.({ canvas, scene, light, x, y, size: canvas.unit * (name === "flower" ? 0.62 : 0.34), colour: colourFor() });
  }
  const inAir = scene.things.filter((name) => hovering[name] !== undefined);
  for (const [n, name] of inAir.entries()) {
    yield;
    const x = canvas.width * ((n + 1) / (inAir.length + 1) + 0.16 * (random() - 0.5));
    hovering[name]?.({
      canvas,
      scene,
      light,
      x,
      y: Math.min(horizon, canvas.height * 0.8) * (0.42 + 0.1 * random()),
      size: canvas.unit * 0.34,
      colour: colourFor(),
    });
  }
}
