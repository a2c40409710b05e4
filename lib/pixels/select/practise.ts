/**
 * One selection in a small picture made up here, whose answer nobody hears. A program is slow where it runs for the first time; done while
 * a picture is on its way, this lets the first click be as fast as all others.
 */

import { createRandom } from "../random.ts";
import { newRaster } from "../raster.ts";
import { cutPieces, selectThing } from "./smart-select.ts";

const side = 256;

export function practise(): void {
  const picture = newRaster(side, side, 4);
  const random = createRandom(1);
  const middle = side / 2;
  for (let at = 0; at < side * side; at += 1) {
    const [x, y] = [(at % side) - middle, Math.floor(at / side) - middle];
    // A lobed thing, as a round one would leave the rarer turns of the way untried.
    const isThing = Math.hypot(x, y) < middle * (0.5 + 0.15 * Math.sin(7 * Math.atan2(y, x)));
    const light = (isThing ? 160 : 70) + 40 * random();
    picture.data.set([light, isThing ? light / 2 : light, light / 3, 255], at * 4);
  }
  selectThing(cutPieces(picture), { left: middle, top: middle, right: middle, bottom: middle });
}
