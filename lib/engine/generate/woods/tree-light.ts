/** What every tree is painted with: where it stands on the film, the air before it, and the light on a leaf. */
import type { Film } from "../light/film.ts";
import type { Daylight } from "../light/hours.ts";
import type { Radiance } from "../light/radiance.ts";

export interface TreeSpot {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** What the air makes of black and of white at that distance: every tone in between follows. */
export interface Air {
  readonly black: Radiance;
  readonly keeps: number;
}

export function put(film: Film, at: number, tone: Radiance, air: Air, cover: number): void {
  const { data } = film;
  data[at] = (data[at] as number) + cover * (air.black.r + tone.r * air.keeps - (data[at] as number));
  data[at + 1] = (data[at + 1] as number) + cover * (air.black.g + tone.g * air.keeps - (data[at + 1] as number));
  data[at + 2] = (data[at + 2] as number) + cover * (air.black.b + tone.b * air.keeps - (data[at + 2] as number));
}

export function lightOn(tone: Radiance, light: Daylight, sun: number, sky: number): void {
  tone.r *= sun * light.sun.r + sky * light.ambient.r;
  tone.g *= sun * light.sun.g + sky * light.ambient.g;
  tone.b *= sun * light.sun.b + sky * light.ambient.b;
}
