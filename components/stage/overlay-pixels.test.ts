import { describe, expect, it } from "vitest";
import { type Greys, isEdge, mixTint, paintOverlay } from "./overlay-pixels.ts";
import { usualOverlay } from "./overlay-style.ts";

const tint = mixTint(usualOverlay);

function paint(greys: Greys, look: "overlay" | "black-white", patch = { left: 0, top: 0, right: greys.width, bottom: greys.height }) {
  const words = new Uint32Array(greys.pixels.length);
  paintOverlay(words, greys, patch, look, tint);
  return words;
}

function bytesOf(word: number | undefined): readonly number[] {
  return [...new Uint8Array(Uint32Array.of(word ?? 0).buffer)];
}

describe("the look of a mask", () => {
  const side = 12;
  const box: Greys = {
    width: side,
    height: side,
    pixels: Uint8Array.from({ length: side * side }, (_, at) => {
      const [x, y] = [at % side, Math.floor(at / side)];
      return x > 2 && x < 9 && y > 2 && y < 9 ? 255 : 0;
    }),
  };

  it("is nothing outside, colour with a hatch inside, and a light line beside a dark one between them", () => {
    const words = paint(box, "overlay");
    expect(bytesOf(words[0])).toEqual([0, 0, 0, 0]);
    expect(bytesOf(words[5 * side + 5])).toEqual([0xff, 0x7a, 0x59, 133]);
    expect(bytesOf(words[5 * side + 4])).toEqual([255, 255, 255, 128]);
    expect([bytesOf(words[5 * side + 3]), bytesOf(words[5 * side + 2])]).toEqual([
      [255, 255, 255, 235],
      [20, 20, 24, 190],
    ]);
  });

  it("is plain colour, as dense as was chosen, where the hatch is switched off", () => {
    const words = new Uint32Array(box.pixels.length);
    const plain = mixTint({ colour: "cyan", opacity: 1, isHatched: false });
    paintOverlay(words, box, { left: 0, top: 0, right: side, bottom: side }, "overlay", plain);
    expect([bytesOf(words[5 * side + 5]), bytesOf(words[5 * side + 4])]).toEqual([
      [0x22, 0xd3, 0xee, 255],
      [0x22, 0xd3, 0xee, 255],
    ]);
  });

  it("has its outline exactly where inside meets outside, at the rim of the picture too", () => {
    let seed = 3;
    const pixels = Uint8Array.from({ length: side * side }, () => {
      seed = (seed * 16_807) % 2_147_483_647;
      return seed % 256;
    });
    const noise: Greys = { width: side, height: side, pixels };
    const words = paint(noise, "overlay");
    const outlined = [...words].map((word) => [235, 190].includes(word >>> 24));
    expect(outlined).toEqual(outlined.map((_, at) => isEdge(noise, at % side, Math.floor(at / side))));
  });

  it("is every level as it is in black and white, and only inside of the patch", () => {
    const words = paint(box, "black-white", { left: 2, top: 5, right: 4, bottom: 6 });
    expect([...words].filter(Boolean)).toHaveLength(2);
    expect([bytesOf(words[5 * side + 2]), bytesOf(words[5 * side + 3])]).toEqual([
      [0, 0, 0, 255],
      [255, 255, 255, 255],
    ]);
  });
});
