/** What is seen behind a table: a land out of focus, or through a window with its frame, its curtains and its rain. */
import { gaussianBlur } from "#lib/pixels/blur.ts";
import { createNoiseField } from "#lib/pixels/noise-field.ts";
import { newPlane } from "#lib/pixels/plane.ts";
import { createRandom, hashPoint } from "#lib/pixels/random.ts";
import { findPlace } from "../find-place.ts";
import { exposeLandscape } from "../landscape.ts";
import { type Film, lookUp, newFilm } from "../light/film.ts";
import { type Daylight, daylightFor } from "../light/hours.ts";
import { add, between, dim, hex, type Radiance, ramp, set, towards } from "../light/radiance.ts";
import type { Scene, Setting, ThingName } from "../scene.ts";

export interface View {
  readonly light: Daylight;
  readonly behind: (x: number, y: number, out: Radiance) => void;
}

const inTheSky: readonly ThingName[] = ["moon", "stars", "sun"];

/** `halfWidth` of the plane it hangs on is seen, and so much of its height. */
export function* openView(scene: Scene, view: Setting, halfWidth: number, height: number): Generator<undefined, View, void> {
  const outside: Scene = {
    ...scene,
    setting: view,
    things: scene.things.filter((name) => inTheSky.includes(name)),
    colours: {},
    palette: [],
    skyColours: [],
    text: undefined,
  };
  const light = daylightFor(outside);
  const film = newFilm(
    Math.round((1100 * halfWidth * 2) / (halfWidth * 2 + height)),
    Math.round((1100 * height) / (halfWidth * 2 + height)),
  );
  yield* exposeLandscape(film, outside, light, findPlace(outside, film.width, film.height));
  const isWindow = scene.traits.includes("window");
  const soft = yield* blurFilm(film, film.unit * (isWindow ? 0.006 : 0.022));
  const [perX, perY] = [film.width / (2 * halfWidth), film.height / height];
  const seen = (x: number, y: number, out: Radiance): void => lookUp(soft, film.width / 2 + x * perX, film.height - (y + 0.3) * perY, out);
  if (!isWindow) yield* scatterLights(soft, light, scene.seed);
  return {
    light,
    behind: isWindow
      ? throughWindow(scene, light, seen, { half: Math.max(2.15, halfWidth * 0.66), lintel: Math.max(4.1, height * 0.74) })
      : seen,
  };
}

function* blurFilm(film: Film, sigma: number): Generator<undefined, Film, void> {
  const soft = newFilm(film.width, film.height);
  for (let c = 0; c < 3; c++) {
    yield;
    const plane = newPlane(film.width, film.height);
    // Brighter than white spreads as light does, but not without end.
    for (let i = 0; i < plane.data.length; i++) plane.data[i] = Math.min(4, film.data[i * 3 + c] as number);
    const { data } = gaussianBlur(plane, sigma);
    for (let i = 0; i < data.length; i++) soft.data[i * 3 + c] = data[i] as number;
  }
  return soft;
}

/** Where the sun breaks through leaves, a lens out of focus draws discs. */
function* scatterLights(film: Film, { glow, sun }: Daylight, seed: number): Generator<undefined, void, void> {
  const random = createRandom(seed + 312);
  const strength = Math.max(sun.r, sun.g, sun.b) > 1 ? 0.16 : 0.1;
  for (let n = 0; n < 60; n++) {
    yield;
    const [cx, cy] = [random() * film.width, film.height * (0.08 + 0.62 * random())];
    const radius = film.unit * (0.015 + 0.05 * random() ** 1.6);
    const share = strength * (0.3 + 0.7 * random());
    for (let y = Math.max(0, Math.floor(cy - radius - 1)); y < Math.min(film.height, cy + radius + 1); y++) {
      for (let x = Math.max(0, Math.floor(cx - radius - 1)); x < Math.min(film.width, cx + radius + 1); x++) {
        const far = Math.sqrt((x - cx) ** 2 + (y - cy) ** 2) / radius;
        const cover = share * ramp(1.06, 0.94, far) * (0.7 + 0.3 * ramp(0.6, 1, far));
        const at = (y * film.width + x) * 3;
        film.data[at] = (film.data[at] as number) + cover * glow.r;
        film.data[at + 1] = (film.data[at + 1] as number) + cover * glow.g;
        film.data[at + 2] = (film.data[at + 2] as number) + cover * glow.b;
      }
    }
  }
}

interface Opening {
  /** From its middle to its side, and up to its upper rim. */
  readonly half: number;
  readonly lintel: number;
}

type Seen = View["behind"];

function throughWindow(scene: Scene, light: Daylight, seen: Seen, opening: Opening): Seen {
  const { half, lintel } = opening;
  const noise = createNoiseField(scene.seed + 311);
  const isWet = scene.weather.includes("rain") || scene.hour === "storm";
  const glow = between(light.horizon, light.haze, 0.4);
  const linen: Radiance = { r: 0, g: 0, b: 0 };
  return (x, y, out) => {
    const wet = isWet ? dropAt(x, y, scene.seed) : undefined;
    // A drop is a lens: it shows the land upside down.
    if (wet === undefined) seen(x, y, out);
    else {
      seen(x + wet.dx * 5, y + wet.dy * 9, out);
      dim(out, 0.8 + 0.7 * wet.rim);
    }
    if (isWet) towards(out, glow, 0.16 + 0.12 * noise.fractal(x * 1.5, y * 1.5, 3));
    frame(x, y, light, opening, out);
    const edge = Math.abs(x) - half + 0.35 - 0.14 * Math.sin(y * 0.9 + (x > 0 ? 1 : 3)) - 0.1 * (y / lintel);
    if (edge < 0) return;
    // Curtains hang in folds and let light through.
    const fold = 0.5 + 0.5 * Math.sin(x * 15 + 1.6 * noise.value(x * 2, y * 0.35) + 2 * noise.value(x * 1.3 + 9, 1));
    set(linen, hex("efe6d8"));
    dim(linen, 0.3 + 0.4 * fold + 0.05 * noise.fractal(x * 26, y * 26, 2));
    const through: Radiance = { ...light.haze };
    add(through, light.sun, 0.12);
    const grey = 0.3 * light.ambient.g + 0.8 * through.g + 0.1;
    linen.r *= 0.6 * grey + 0.4 * through.r;
    linen.g *= 0.6 * grey + 0.4 * through.g;
    linen.b *= 0.6 * grey + 0.4 * through.b;
    towards(out, linen, ramp(0, 0.05, edge) * (0.82 + 0.16 * fold));
  };
}

/** Two casements with a bar across: the wood is dark against the light, brighter where its edge turns to it. */
function frame(x: number, y: number, light: Daylight, { half, lintel }: Opening, out: Radiance): void {
  const upright = Math.min(Math.abs(Math.abs(x) - half), Math.abs(x));
  const across = Math.min(Math.abs(y - 0.06), Math.abs(y - 2.75), Math.abs(y - lintel));
  const near = Math.min(upright, across);
  const isWall = Math.abs(x) > half || y > lintel;
  if (near > 0.095 && !isWall) return;
  const tone = hex("d8d4cb");
  const turned = near > 0.07 ? 0.75 : 0.42 + 0.1 * ramp(0.07, 0, near);
  const level = 0.35 * light.ambient.g + 0.22 * light.horizon.g + 0.05;
  dim(tone, isWall && near > 0.095 ? level * 0.8 : (turned + 0.15) * (level + 0.12));
  towards(out, tone, isWall ? 1 : ramp(0.097, 0.088, near));
}

interface Drop {
  readonly dx: number;
  readonly dy: number;
  readonly rim: number;
}

function dropAt(x: number, y: number, seed: number): Drop | undefined {
  for (const cells of [9, 17, 31]) {
    const [cx, cy] = [Math.floor(x * cells), Math.floor(y * cells)];
    const luck = hashPoint(cx, cy, seed + cells);
    if (luck > 0.34) continue;
    const [ox, oy] = [(cx + 0.3 + 0.4 * hashPoint(cx, cy, seed + 1)) / cells, (cy + 0.3 + 0.4 * hashPoint(cx, cy, seed + 2)) / cells];
    const r = (0.14 + 0.16 * hashPoint(cx, cy, seed + 3)) / cells;
    const [dx, dy] = [x - ox, (y - oy) * 0.82];
    const far = Math.sqrt(dx * dx + dy * dy) / r;
    if (far < 1) return { dx, dy: -dy, rim: ramp(-0.2, 0.9, dy / r) - 0.6 * ramp(0.7, 1, far) };
  }
  return undefined;
}
