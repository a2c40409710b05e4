/** Flowers in a meadow: specks far away, heads of petals on stems near by, in drifts of one colour. */
import type { Rgb } from "#lib/pixels/colour.ts";
import { lengthOf } from "#lib/pixels/length.ts";
import { createNoiseField } from "#lib/pixels/noise-field.ts";
import { createRandom } from "#lib/pixels/random.ts";
import { hazeOver, type Land } from "../lands/ground.ts";
import { driftAt, pathOf, rowsOf } from "../lands/hills.ts";
import { type Camera, columnOf, rowOf } from "../light/camera.ts";
import type { Painting } from "../light/canvas.ts";
import type { Film } from "../light/film.ts";
import type { Daylight } from "../light/hours.ts";
import { between, hex, type Radiance, radianceOf, ramp, set } from "../light/radiance.ts";
import type { Scene } from "../scene.ts";
import { paintSunflower } from "./sunflower.ts";
import { lightOn } from "./tree-light.ts";

const count = 5200;
const leafGreen = hex("4f7c2c");
const sunflowerYellow: Rgb = [246, 190, 40];

export function* plantFlowers(film: Film, scene: Scene, light: Daylight, camera: Camera, land: Land): Painting {
  const random = createRandom(scene.seed + 231);
  const noise = createNoiseField(scene.seed + 232);
  if (scene.traits.includes("rows")) return;
  // Unasked they are a few pale ones in the grass; asked for, they are what the picture is of.
  const isAsked = scene.traits.includes("wildflowers") || scene.things.includes("flower");
  const rows = rowsOf(scene);
  const isWild = scene.traits.includes("poppies");
  const isTall = scene.traits.includes("sunflowers");
  const said = scene.colours.flower ?? (isTall ? sunflowerYellow : undefined);
  // The same drifts that colour the ground.
  const ground = createNoiseField(scene.seed + 60);
  const path = pathOf(scene);
  const colours =
    said === undefined
      ? !isAsked
        ? [hex("f4eee6"), hex("f0dc8a"), hex("f4eee6"), hex("e6dcf2")]
        : [hex("e8425a"), hex("f6c53c"), hex("f4eee6"), hex("9a6ad0"), hex("f08a4a")]
      : [radianceOf(said), between(radianceOf(said), hex("ffffff"), isTall || isWild ? 0.05 : 0.16)];
  const flowers = Array.from({ length: count }, () => {
    const z = 0.11 * 26 ** (random() ** 1.35);
    return { x: ((random() - 0.5) * film.width * 1.05 * z) / camera.focal, z, luck: random(), turn: random() * 6.3 };
  }).sort((a, b) => b.z - a.z);
  const paint = scene.traits.includes("lavender") ? paintSpike : scene.traits.includes("poppies") ? paintPoppy : paintHead;
  const leaves: Radiance = { r: 0, g: 0, b: 0 };
  const scratch: Radiance = { r: 0, g: 0, b: 0 };
  for (const [n, { x, z, luck, turn }] of flowers.entries()) {
    if (n % 32 === 0) yield;
    const drift = noise.fractal(x * 3 + 5, z * 3, 3);
    // A field that was sown is full from end to end.
    const isSparse = isWild
      ? luck > 0.25 + 0.9 * driftAt(ground, x, z)
      : isAsked
        ? drift < 0.42 && luck < 0.75
        : drift < 0.54 || luck > 0.22;
    if (isSparse && !isTall) continue;
    if (path !== undefined && path(x, z) > 0.1) continue;
    if (rows !== undefined && rows(x, z) < (isTall ? 0.22 : 0.5)) continue;
    const height = land.height(x, z, 6);
    if (scene.traits.includes("river") && height < 0.005) continue;
    // Fewer of them, as each is as broad as a plate.
    if (isTall && turn > 1.4 + 2.4 * ramp(0.12, 0.6, z)) continue;
    const size = isTall
      ? Math.min(film.unit * (0.045 + 0.03 * luck), (camera.focal * (0.0034 + 0.0014 * luck)) / z)
      : Math.min(film.unit * (isAsked ? 0.017 : 0.011), (camera.focal * (0.0014 + 0.0012 * luck)) / z);
    const px = columnOf(camera, x, z);
    const py = rowOf(camera, height, z) - size * (isTall ? 1.7 + 1.3 * Math.abs(Math.sin(turn * 13)) : 1.6);
    if (py > film.height + size || px < -size || px > film.width + size) continue;
    const colour = {
      ...(colours[Math.floor((noise.value(x * 2.2 + 9, z * 2.2) * 1.6 + 0.25 * luck) * colours.length) % colours.length] ?? hex("ffffff")),
    };
    const shine = (isTall ? 0.44 : 0.62) + 0.3 * luck;
    colour.r *= shine * (light.ambient.r + 0.42 * light.sun.r);
    colour.g *= shine * (light.ambient.g + 0.42 * light.sun.g);
    colour.b *= shine * (light.ambient.b + 0.42 * light.sun.b);
    // Seen against a white sky they would be cream.
    if (isTall) colour.b *= 0.55;
    hazeOver(colour, light, x, z, height, scratch);
    if (isTall) {
      set(leaves, leafGreen);
      lightOn(leaves, light, 0.3, 0.7);
      hazeOver(leaves, light, x, z, height, scratch);
    }
    if (isTall) paintSunflower(film, { x: px, y: py, size, turn, petals: colour, leaves, sunSide: Math.sign(light.towardsSun[0]) });
    else paint(film, px, py, size, turn, colour);
  }
}

/** Five petals around a yellow middle, seen a little from the side; below two pixels a speck. */
function paintHead(film: Film, x: number, y: number, size: number, turn: number, colour: Radiance): void {
  const reach = size + 1;
  for (let py = Math.max(0, Math.floor(y - reach)); py <= Math.min(film.height - 1, y + reach); py++) {
    for (let px = Math.max(0, Math.floor(x - reach)); px <= Math.min(film.width - 1, x + reach); px++) {
      const [u, v] = [(px + 0.5 - x) / size, (py + 0.5 - y) / (size * 0.72)];
      const far = lengthOf(u, v);
      const angle = Math.atan2(v, u) + turn;
      const edge = size < 2.2 ? 0.85 : 0.66 + 0.32 * Math.abs(Math.cos(angle * 2.5));
      const cover = Math.max(0, Math.min(1, (edge - far) * size + 0.4));
      if (cover === 0) continue;
      const isMiddle = size > 2.2 && far < 0.24;
      const shade = isMiddle ? 1 : 0.72 + 0.34 * far - 0.12 * v;
      const at = (py * film.width + px) * 3;
      film.data[at] = (film.data[at] as number) + cover * ((isMiddle ? 0.75 : colour.r * shade) - (film.data[at] as number));
      film.data[at + 1] = (film.data[at + 1] as number) + cover * ((isMiddle ? 0.48 : colour.g * shade) - (film.data[at + 1] as number));
      film.data[at + 2] = (film.data[at + 2] as number) + cover * ((isMiddle ? 0.05 : colour.b * shade) - (film.data[at + 2] as number));
    }
  }
}

/** A spray of small florets on a stem, densest below its tip: lavender stands in spikes. */
function paintSpike(film: Film, x: number, y: number, size: number, turn: number, colour: Radiance): void {
  const tall = size * 3.4;
  const lean = 0.22 * Math.sin(turn * 3);
  const florets = Math.max(2, Math.min(11, Math.round(size * 1.6)));
  for (let n = 0; n < florets; n++) {
    const t = n / florets;
    const side = (n % 2 === 0 ? 1 : -1) * size * 0.3 * (1 - 0.75 * t) * (0.6 + 0.4 * Math.sin(turn * 7 + n * 2.4));
    const shade = 0.62 + 0.5 * t + 0.16 * Math.sin(turn * 5 + n * 3.1);
    blot(film, x + side + lean * tall * t, y + size - tall * t, size * (0.42 - 0.24 * t), 1, {
      r: colour.r * shade,
      g: colour.g * shade,
      b: colour.b * shade,
    });
  }
}

/** A cup of crumpled petals seen from the side, brightest at the rim and dark where they meet; some look up and show their black eye. */
function paintPoppy(film: Film, x: number, y: number, size: number, turn: number, colour: Radiance): void {
  const reach = size * 1.15 + 1;
  const open = 0.45 + 0.5 * Math.abs(Math.sin(turn * 2.7));
  const isUp = open > 0.8 && size > 3;
  const tilt = 0.4 * Math.sin(turn * 5);
  for (let py = Math.max(0, Math.floor(y - reach)); py <= Math.min(film.height - 1, y + reach); py++) {
    for (let px = Math.max(0, Math.floor(x - reach)); px <= Math.min(film.width - 1, x + reach); px++) {
      const [dx, dy] = [(px + 0.5 - x) / size, (py + 0.5 - y) / size];
      const [u, v] = [dx + tilt * dy, (dy - tilt * dx) / (0.55 + 0.35 * open)];
      const far = lengthOf(u, v);
      const angle = Math.atan2(v, u);
      // Four petals that overlap; their rim is frayed.
      const rim = size < 2.2 ? 0.85 : 0.9 + 0.07 * Math.sin(angle * 2 + turn * 4) + 0.045 * Math.sin(angle * 9 + turn * 7);
      const cover = Math.max(0, Math.min(1, (rim - far) * size + 0.4));
      if (cover === 0) continue;
      const crease = size < 2.2 ? 0 : 0.12 * Math.sin(angle * 13 + turn * 11) * far;
      // Light falls through the far petals; the near one is in its own shade towards the stem.
      const cup = v > 0.12 * Math.cos(u * 2) ? 0.92 - 0.42 * v : 0.62 + 0.5 * Math.max(0, -v);
      const eye = isUp && lengthOf(u, v + 0.1) < 0.26 ? 0.1 : 1;
      const shade = (cup + crease) * eye;
      const at = (py * film.width + px) * 3;
      film.data[at] = (film.data[at] as number) + cover * (colour.r * shade - (film.data[at] as number));
      film.data[at + 1] = (film.data[at + 1] as number) + cover * (colour.g * shade * shade - (film.data[at + 1] as number));
      film.data[at + 2] = (film.data[at + 2] as number) + cover * (colour.b * shade * shade - (film.data[at + 2] as number));
    }
  }
}

function blot(film: Film, x: number, y: number, radius: number, strength: number, colour: Radiance): void {
  const reach = Math.max(0.7, radius);
  for (let py = Math.max(0, Math.floor(y - reach)); py <= Math.min(film.height - 1, y + reach); py++) {
    for (let px = Math.max(0, Math.floor(x - reach)); px <= Math.min(film.width - 1, x + reach); px++) {
      const cover = strength * Math.max(0, Math.min(1, reach - lengthOf(px + 0.5 - x, py + 0.5 - y) + 0.3));
      const at = (py * film.width + px) * 3;
      film.data[at] = (film.data[at] as number) + cover * (colour.r - (film.data[at] as number));
      film.data[at + 1] = (film.data[at + 1] as number) + cover * (colour.g - (film.data[at + 1] as number));
      film.data[at + 2] = (film.data[at + 2] as number) + cover * (colour.b - (film.data[at + 2] as number));
    }
  }
}
