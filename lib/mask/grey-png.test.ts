import { crc32, inflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeGreyPng } from "./grey-png.ts";

interface Chunk {
  readonly name: string;
  readonly data: Buffer;
}

/** Every chunk, each with the checksum that it says. */
function chunksOf(png: Buffer): readonly Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = 8; at < png.length; ) {
    const end = at + 8 + png.readUInt32BE(at);
    expect(png.readUInt32BE(end)).toBe(crc32(png.subarray(at + 4, end)));
    chunks.push({ name: png.toString("latin1", at + 4, at + 8), data: png.subarray(at + 8, end) });
    at = end + 4;
  }
  return chunks;
}

/** As any reader of such files does it. */
function decode(png: Buffer, width: number): Uint8Array {
  const packed = chunksOf(png).filter(({ name }) => name === "IDAT");
  const bytes = inflateSync(Buffer.concat(packed.map(({ data }) => data)));
  const grey = new Uint8Array((bytes.length / (width + 1)) * width);
  for (let at = 0; at < grey.length; at += 1) {
    const row = Math.floor(at / width);
    const filter = bytes[row * (width + 1)];
    const before = filter === 1 ? (at % width === 0 ? 0 : grey[at - 1]) : grey[at - width];
    grey[at] = (bytes[at + row + 1] ?? 0) + (before ?? 0);
  }
  return grey;
}

function expectRoundTrip(grey: Uint8Array, width: number, height: number): void {
  expect(Buffer.compare(decode(Buffer.from(encodeGreyPng(grey, width, height)), width), grey)).toBe(0);
}

describe("a grey PNG", () => {
  it("says its size, eight bits of grey, and where it ends", () => {
    const png = Buffer.from(encodeGreyPng(new Uint8Array(6), 3, 2));
    const [header] = chunksOf(png);
    expect(header?.data.toString("hex")).toBe("00000003000000020800000000");
    expect(png.subarray(-8).toString("hex")).toBe("49454e44ae426082");
  });

  it("holds every value as it was, whatever is in it", () => {
    const size = fc.record({ width: fc.integer({ min: 1, max: 70 }), height: fc.integer({ min: 1, max: 150 }) });
    // Stretches of one value, as masks have them, and noise, as files may.
    const stretches = fc.array(fc.tuple(fc.nat(255), fc.constantFrom(1, 2, 3, 4, 257, 258, 259, 260, 520, 3000)), { maxLength: 40 });
    fc.assert(
      fc.property(size, stretches, fc.boolean(), ({ width, height }, runs, isNoise) => {
        const grey = new Uint8Array(width * height);
        let from = 0;
        for (const [level, length] of runs) {
          grey.fill(level, from, from + length);
          from += length;
        }
        if (isNoise) for (let at = 0; at < grey.length; at += 3) grey[at] = (at * 7919) >> 3;
        expectRoundTrip(grey, width, height);
      }),
    );
  });

  it("holds values of which each is rarer than all rarer ones together", () => {
    // Codes as long as the counts ask for would be longer than may be.
    const counts = [1, 1];
    while (counts.length < 24) counts.push((counts.at(-1) ?? 0) + (counts.at(-2) ?? 0));
    const values = counts.flatMap((count, at) => new Array<number>(count).fill(at * 2 + 1));
    const height = Math.ceil(values.length / 2000);
    const steps = Uint8Array.from({ length: 2000 * height }, (_, at) => values[(at * 7919) % values.length] ?? 0);
    const grey = new Uint8Array(steps.length);
    for (let at = 0; at < grey.length; at += 1) grey[at] = (steps[at] ?? 0) + (grey[at - 2000] ?? 0);
    expectRoundTrip(grey, 2000, height);
  });
});
