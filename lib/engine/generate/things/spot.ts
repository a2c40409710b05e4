/** Where a thing is painted, how large and in what light. */
import type { Rgb } from "#lib/pixels/colour.ts";
import type { Canvas } from "../light/canvas.ts";
import type { Light } from "../light/palettes.ts";
import type { Scene, ThingName } from "../scene.ts";

export interface Spot {
  readonly canvas: Canvas;
  readonly scene: Scene;
  readonly light: Light;
  /** Its foot, or its middle when it hovers. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** A colour named in the prompt, or else the thing's own, as it looks in the light. */
  readonly colour: (own: Rgb) => Rgb;
}

export interface Stand {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly haze: number;
  readonly on: "ground" | "water" | "air";
}

export type Painter = (spot: Spot) => void;
export type Painters = Readonly<Partial<Record<ThingName, Painter>>>;
