/** The colours of the hours: sky from top to horizon, light on things, and the haze distance fades into. */
import type { Rgb } from "#lib/pixels/colour.ts";
import { mix } from "./canvas.ts";
import type { Hour, Scene } from "./scene.ts";

export interface Light {
  readonly top: Rgb;
  readonly middle: Rgb;
  readonly horizon: Rgb;
  readonly haze: Rgb;
  readonly sun: Rgb;
  readonly cloudLit: Rgb;
  readonly cloudShade: Rgb;
  /** What a white thing looks like. */
  readonly white: Rgb;
}

const lights: Readonly<Record<Hour, Light>> = {
  day: {
    top: [44, 106, 188],
    middle: [112, 172, 226],
    horizon: [214, 232, 240],
    haze: [190, 214, 230],
    sun: [255, 248, 224],
    cloudLit: [255, 254, 250],
    cloudShade: [176, 194, 214],
    white: [255, 253, 246],
  },
  sunset: {
    top: [48, 50, 106],
    middle: [196, 92, 108],
    horizon: [255, 190, 104],
    haze: [226, 138, 106],
    sun: [255, 236, 178],
    cloudLit: [255, 180, 120],
    cloudShade: [118, 66, 104],
    white: [255, 206, 164],
  },
  night: {
    top: [6, 10, 30],
    middle: [16, 28, 66],
    horizon: [46, 66, 112],
    haze: [34, 50, 90],
    sun: [236, 238, 224],
    cloudLit: [64, 80, 118],
    cloudShade: [16, 24, 50],
    white: [104, 122, 168],
  },
  storm: {
    top: [34, 40, 50],
    middle: [70, 80, 92],
    horizon: [150, 156, 156],
    haze: [118, 126, 132],
    sun: [220, 222, 214],
    cloudLit: [128, 136, 144],
    cloudShade: [36, 42, 52],
    white: [176, 184, 190],
  },
};

/** Colours named in the prompt tint the sky. */
export function lightFor(scene: Scene): Light {
  const light = lights[scene.hour];
  const [first, second] = scene.palette;
  if (first === undefined || scene.setting === "table" || scene.things.length > 0) return light;
  return {
    ...light,
    middle: mix(light.middle, first, 0.45),
    horizon: mix(light.horizon, second ?? first, 0.4),
    top: mix(light.top, first, 0.25),
  };
}

/** A thing's own colour in this light. */
export function lit(colour: Rgb, { white }: Light): Rgb {
  return [(colour[0] * white[0]) / 255, (colour[1] * white[1]) / 255, (colour[2] * white[2]) / 255];
}
