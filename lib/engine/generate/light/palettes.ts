/** The light of the hour as things see it, which are painted over the finished land. */
import { fromLinear, type Rgb } from "#lib/pixels/colour.ts";
import type { Daylight } from "./hours.ts";
import type { Radiance } from "./radiance.ts";

export interface Light {
  /** What a white thing looks like. */
  readonly white: Rgb;
  readonly haze: Rgb;
  /** The colour of a sunlit edge. */
  readonly rim: Rgb;
  /** Where the sun stands as seen on the picture: right positive, up positive, length at most 1. */
  readonly sunRight: number;
  readonly sunUp: number;
  readonly isBacklit: boolean;
}

export function lightOnThings({ sun, ambient, haze, glow, towardsSun, isSunSeen }: Daylight): Light {
  const shine = (c: keyof Radiance): number => fromLinear(0.3 * sun[c] * (isSunSeen ? 0.6 : 1) + 0.75 * ambient[c]);
  return {
    white: [shine("r"), shine("g"), shine("b")],
    haze: toRgb(haze),
    rim: toRgb({ r: glow.r * 0.5 + sun.r * 0.3, g: glow.g * 0.5 + sun.g * 0.3, b: glow.b * 0.5 + sun.b * 0.3 }),
    sunRight: towardsSun[0],
    sunUp: towardsSun[1],
    isBacklit: isSunSeen,
  };
}

/** A thing's own colour in this light. */
export function lit(colour: Rgb, { white }: Light): Rgb {
  return [(colour[0] * white[0]) / 255, (colour[1] * white[1]) / 255, (colour[2] * white[2]) / 255];
}

function toRgb({ r, g, b }: Radiance): Rgb {
  return [fromLinear(r), fromLinear(g), fromLinear(b)];
}

export const lightInSpace: Light = {
  white: [255, 250, 242],
  haze: [20, 16, 40],
  rim: [255, 236, 210],
  sunRight: 0.7,
  sunUp: 0.5,
  isBacklit: false,
};
