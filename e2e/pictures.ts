/** Pictures the server tests hand in, drawn here so that they need no files. */
import { randomFillSync } from "node:crypto";
import { encodePng } from "#lib/testing/fake-gateway/png.ts";

/** A blue car on a grey road below a pale sky, with noise enough to be a photograph's worth of bytes. */
export function drawScene(width: number, height: number): Buffer {
  const isCar = (x: number, y: number) => x > width * 0.3 && x < width * 0.7 && y > height * 0.4 && y < height * 0.7;
  return encodePng({
    width,
    height,
    channels: 3,
    pixel: (x, y) => {
      const grain = (x * 31 + y * 17 + ((x * y) % 13)) % 9;
      if (isCar(x, y)) return [20 + grain, 60 + grain, 190 + grain];
      return y < height / 2 ? [190 + grain, 205 + grain, 225 + grain] : [110 + grain, 108 + grain, 105 + grain];
    },
  });
}

/** White where `isWhite`, black elsewhere. */
export function drawMask(width: number, height: number, isWhite: (x: number, y: number) => boolean): Buffer {
  return encodePng({ width, height, channels: 1, pixel: (x, y) => [isWhite(x, y) ? 255 : 0] });
}

export function drawMiddleMask(width: number, height: number): Buffer {
  const isWithin = (value: number, side: number) => value > side / 4 && value < (side * 3) / 4;
  return drawMask(width, height, (x, y) => isWithin(x, width) && isWithin(y, height));
}

/** A valid picture that no compression makes smaller: about three bytes a pixel. */
export function drawNoise(side: number): Buffer {
  const noise = randomFillSync(Buffer.alloc(side * side * 3));
  return encodePng({
    width: side,
    height: side,
    channels: 3,
    pixel: (x, y) => [...noise.subarray((y * side + x) * 3, (y * side + x) * 3 + 3)],
  });
}
