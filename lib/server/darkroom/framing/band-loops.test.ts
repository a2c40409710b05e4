import { crc32, deflateSync, inflateRawSync } from "node:zlib";
import { expect, it } from "vitest";
import { openBandRoom } from "./band-loops.ts";

/** As zlib has it, at the end of every stream. */
const adlerOf = (bytes: Uint8Array) => deflateSync(bytes).readUInt32BE(deflateSync(bytes).length - 4);
const noise = (length: number) => Uint8Array.from({ length }, (_, i) => crc32(`${i}`));
const noises = noise(100_000);

it("sums as zlib does, from any place to any other", () => {
  const { loops, sum } = openBandRoom(100_000, 0);
  for (const bytes of [noise(100_000), new Uint8Array(100_000).fill(255)]) {
    loops.memory.set(bytes);
    for (const [from, to] of [
      [0, 100_000],
      [3, 99_990],
      [17, 17],
      [17, 32],
      [17, 33],
      [100, 100 + 2048],
      [5, 5 + 2048 + 16],
    ] as const) {
      expect(sum(from, to)).toBe(adlerOf(bytes.subarray(from, to)));
    }
  }
});

it("tells every byte by its difference to another, and wraps round", () => {
  const { loops } = openBandRoom(1000, 0);
  loops.memory.set(noise(400));
  loops.run.subtract(0, 200, 500, 637);
  const before = noise(400);
  for (let i = 0; i < 137; i++) expect(loops.memory[500 + i]).toBe(((before[i] as number) - (before[200 + i] as number)) & 255);
});

it.each([
  ["noise", (i: number) => noises[i] as number],
  ["nothing", () => 0],
  ["runs of every length", (i: number) => Math.floor(Math.sqrt(i * 2)) & 255],
  ["long runs and noise in turns", (i: number) => (i % 1300 < 700 ? 9 : (noises[i] as number))],
  ["steps of few kinds", (i: number) => [0, 1, 255, 0, 2][(noises[i] as number) % 5] as number],
])("packs %s so that anybody can unpack it, and refers to nothing before it", (_, value) => {
  const { loops, pack } = openBandRoom(100_000, 100_000);
  for (const [from, to] of [
    [0, 100_000],
    [1, 99_998],
    [77, 78],
    [77, 80],
    [500, 1800],
  ] as const) {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, i) => value(i));
    loops.memory.set(bytes);
    const packed = pack(from, to);
    const stream = Buffer.concat([packed, packed, Uint8Array.of(1, 0, 0, 255, 255)]);
    const wanted = bytes.subarray(from, to);
    expect(inflateRawSync(stream).equals(Buffer.concat([wanted, wanted]))).toBe(true);
  }
});
