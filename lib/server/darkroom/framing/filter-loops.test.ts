import { crc32, deflateSync } from "node:zlib";
import { expect, it } from "vitest";
import { adlerWithin, openFilterLoops } from "./filter-loops.ts";

/** As zlib has it, at the end of every stream. */
const adlerOf = (bytes: Uint8Array) => deflateSync(bytes).readUInt32BE(deflateSync(bytes).length - 4);
const noise = (length: number) => Uint8Array.from({ length }, (_, i) => crc32(`${i}`));

it("sums as zlib does, from any place to any other", () => {
  const loops = openFilterLoops(100_000);
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
      expect(adlerWithin(loops, from, to)).toBe(adlerOf(bytes.subarray(from, to)));
    }
  }
});

it("tells every byte by its difference to another, and wraps round", () => {
  const loops = openFilterLoops(1000);
  loops.memory.set(noise(400));
  loops.run.subtract(0, 200, 500, 637);
  const before = noise(400);
  for (let i = 0; i < 137; i++) expect(loops.memory[500 + i]).toBe(((before[i] as number) - (before[200 + i] as number)) & 255);
});
