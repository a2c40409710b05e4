/** Which colour was said of what: of a thing, of a field. */
import { aColour, findColour } from "#lib/engine/instructions/colours.ts";
import type { Rgb } from "#lib/pixels/colour.ts";

export const colourWords = new RegExp(aColour, "gu");

/** Fields that are known by what grows on them. */
export function fieldColour(words: string): Rgb | undefined {
  if (/lavender|薰衣草/u.test(words)) return [136, 98, 204];
  if (/sunflower|向日葵/u.test(words)) return [248, 190, 24];
  if (/tulip|郁金香/u.test(words)) return [222, 48, 66];
  if (/popp(?:y|ies)|罂粟|虞美人/u.test(words)) return [216, 44, 34];
  return /canola|rapeseed|油菜/u.test(words) ? [244, 208, 40] : undefined;
}

/** Said directly before a thing, with at most one word between: "a red vintage car". */
export function colourBefore(before: string): Rgb | undefined {
  const match = new RegExp(`${aColour}\\s*(?:的\\s*)?(?:[a-z-]+\\s+|[大小长圆高瓷陶釉]+|玻璃|陶瓷|青瓷)?$`, "u").exec(before);
  return match === null ? undefined : findColour(match[0])?.rgb;
}

/** Flowers that come in one colour, where no other was said. */
export function flowerColour(words: string): Rgb | undefined {
  if (/daffodil|narciss/u.test(words)) return [250, 206, 44];
  if (/iris/u.test(words)) return [96, 74, 186];
  if (/hydrangea|绣球/u.test(words)) return [124, 150, 222];
  return /popp(?:y|ies)|罂粟|虞美人/u.test(words) ? [216, 44, 34] : undefined;
}
