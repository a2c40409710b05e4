import { afterEach, expect, it, vi } from "vitest";
import { drive } from "./drive.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

it("tells of work that begins anew inside another without going back", async () => {
  let nowMs = 0;
  vi.spyOn(performance, "now").mockImplementation(() => {
    nowMs += 1000;
    return nowMs;
  });
  function* searchTwice() {
    for (const share of [0.1, 0.8, 0, 0.4, 0.9]) yield share;
    return "found";
  }
  const told: number[] = [];
  const progress = async (done: number) => {
    told.push(done);
  };
  const found = await drive(searchTwice(), { log: () => undefined, progress, typeset: vi.fn() }, { from: 0, to: 0.5 });
  expect(found).toBe("found");
  expect(told).toEqual([5, 40, 40, 40, 45, 50]);
});
