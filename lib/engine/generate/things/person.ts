/** Somebody who stands or walks before the light: seven and a half heads tall, and an outline only. */

import type { Rgb } from "#lib/pixels/colour.ts";
import { createRandom } from "#lib/pixels/random.ts";
import { type Canvas, mix } from "../light/canvas.ts";
import { type Light, lit } from "../light/palettes.ts";
import type { Scene } from "../scene.ts";
import { type Clothes, type Pose, strike } from "./pose.ts";
import type { Spot } from "./spot.ts";

/** The weight on one leg, the other set aside, the hands in the pockets: seven and a half heads tall. */
const standing: Pose = {
  rounds: [
    [0.008, 0.932, 0.042, 0.058],
    [0.003, 0.945, 0.046, 0.05],
    [-0.07, 0.013, 0.042, 0.017],
    [0.118, 0.012, 0.044, 0.016],
  ],
  limbs: [
    [
      [0.004, 0.9, 0.024],
      [0, 0.84, 0.034],
    ],
    [
      [-0.052, 0.808, 0.034],
      [0.052, 0.804, 0.034],
    ],
    [
      [0, 0.78, 0.078],
      [-0.004, 0.66, 0.064],
      [-0.008, 0.53, 0.07],
    ],
    [
      [-0.072, 0.8, 0.032],
      [-0.122, 0.645, 0.026],
      [-0.08, 0.52, 0.022],
    ],
    [
      [0.074, 0.796, 0.032],
      [0.118, 0.64, 0.026],
      [0.068, 0.52, 0.022],
    ],
    [
      [-0.034, 0.51, 0.05],
      [-0.046, 0.28, 0.036],
      [-0.056, 0.02, 0.026],
    ],
    [
      [0.026, 0.51, 0.05],
      [0.066, 0.28, 0.036],
      [0.102, 0.02, 0.025],
    ],
  ],
};

/** On the way uphill, with a pack and a stick. */
const hiking: Pose = {
  rounds: [
    [0.07, 0.91, 0.042, 0.054],
    [0.062, 0.935, 0.05, 0.036],
    [-0.085, 0.7, 0.058, 0.125],
    [-0.075, 0.83, 0.05, 0.035],
    [0.168, 0.013, 0.042, 0.015],
    [-0.122, 0.04, 0.036, 0.02],
  ],
  limbs: [
    [
      [0.056, 0.88, 0.026],
      [0.03, 0.82, 0.036],
    ],
    [
      [0.024, 0.785, 0.058],
      [0.012, 0.66, 0.055],
      [0, 0.53, 0.058],
    ],
    [
      [0.034, 0.79, 0.03],
      [0.085, 0.665, 0.024],
      [0.158, 0.655, 0.019],
    ],
    [
      [0.004, 0.52, 0.054],
      [0.104, 0.315, 0.037],
      [0.146, 0.025, 0.026],
    ],
    [
      [-0.004, 0.52, 0.05],
      [-0.026, 0.28, 0.035],
      [-0.128, 0.06, 0.024],
    ],
  ],
  sticks: [
    [
      [0.158, 0.72],
      [0.235, 0],
    ],
  ],
};

/** In a dress that falls wide, with hair to the shoulders; one hand is held out. */
const dressed: Pose = {
  rounds: [
    [0, 0.925, 0.042, 0.056],
    [0, 0.91, 0.052, 0.07],
    [-0.03, 0.01, 0.03, 0.014],
    [0.036, 0.01, 0.03, 0.014],
  ],
  limbs: [
    [
      [0, 0.9, 0.03],
      [0, 0.83, 0.034],
    ],
    [
      [-0.046, 0.8, 0.028],
      [0.046, 0.8, 0.028],
    ],
    [
      [0, 0.78, 0.06],
      [0, 0.64, 0.046],
    ],
    [
      [-0.06, 0.795, 0.024],
      [-0.098, 0.66, 0.02],
      [-0.142, 0.53, 0.016],
    ],
    [
      [0.06, 0.795, 0.024],
      [0.086, 0.65, 0.02],
      [0.078, 0.51, 0.016],
    ],
    [
      [-0.02, 0.4, 0.036],
      [-0.024, 0.02, 0.019],
    ],
    [
      [0.022, 0.4, 0.036],
      [0.03, 0.02, 0.019],
    ],
  ],
  cloth: [
    [-0.046, 0.66],
    [-0.075, 0.52],
    [-0.115, 0.3],
    [-0.03, 0.275],
    [0.04, 0.285],
    [0.125, 0.305],
    [0.08, 0.52],
    [0.046, 0.66],
  ],
};

/** Bright, so that they are found again. */
const coats: readonly Rgb[] = [
  [204, 74, 42],
  [40, 96, 138],
  [214, 158, 44],
  [58, 112, 84],
];

/** So far off that coat, pack and boots are all there is to be seen of one. */
function dress(scene: Scene, light: Light): Clothes {
  const worn = (tone: Rgb): Rgb => lit(tone, light);
  const coat = worn(scene.colours.person ?? (coats[Math.floor(createRandom(scene.seed + 54)() * coats.length)] as Rgb));
  const [skin, hair, pack, roll] = [worn([196, 148, 118]), worn([52, 42, 38]), worn([74, 70, 62]), worn([164, 148, 112])];
  const [boots, trousers] = [worn([48, 38, 32]), worn([66, 64, 66])];
  return {
    rounds: [skin, hair, pack, roll, boots, boots],
    limbs: [skin, coat, mix(coat, [0, 0, 0], 0.2), trousers, mix(trousers, [0, 0, 0], 0.3)],
  };
}

export function paintPerson({ canvas, scene, light, x, y, size }: Spot): void {
  const side = createRandom(scene.seed + 53)() < 0.5 ? -1 : 1;
  if (!scene.traits.includes("silhouette")) {
    // All of a party walk into the picture.
    strike(canvas, hiking, x, y, size, x < canvas.width / 2 ? 1 : -1, dress(scene, light));
    return;
  }
  if (!scene.traits.includes("couple")) {
    strike(canvas, scene.traits.includes("hiker") ? hiking : standing, x, y, size, side);
    return;
  }
  // Hand in hand.
  strike(canvas, standing, x - side * size * 0.13, y, size, side);
  strike(canvas, dressed, x + side * size * 0.13, y, size * 0.92, side);
}

export function standUpright(canvas: Canvas, x: number, y: number, tall: number, side: number): void {
  strike(canvas, standing, x, y, tall, side);
}
