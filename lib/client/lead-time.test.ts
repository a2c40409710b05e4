import { describe, expect, it } from "vitest";
import { leadTimeMs } from "./lead-time.ts";

const createdAt = "2026-01-01T00:00:00.000Z";
const atMs = (seconds: number) => Date.parse(createdAt) + seconds * 1000;
const going = { status: "running", progress: null, createdAt } as const;

describe("waiting for a result before it is said to come", () => {
  it("begins near the end that a run tells of", () => {
    expect(leadTimeMs({ ...going, progress: 0.39 }, [8, 12], atMs(7))).toBeNull();
    expect(leadTimeMs({ ...going, progress: 0.4 }, null, atMs(1))).toBe(0);
  });

  it("begins near the end that runs usually have, where this one tells nothing", () => {
    expect(leadTimeMs(going, [10, 14], atMs(2))).toBe(5000);
    expect(leadTimeMs({ ...going, status: "accepted" }, [10, 14], atMs(9))).toBe(0);
  });

  it("does not begin where nothing tells, or when the end was told", () => {
    expect(leadTimeMs(going, null, atMs(9))).toBeNull();
    for (const status of ["fetching", "stored", "failed", "canceled"] as const)
      expect(leadTimeMs({ ...going, status, progress: 0.9 }, [1, 2], atMs(9))).toBeNull();
  });
});
