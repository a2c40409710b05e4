import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { areSamplesHidden, hideSamples, samplePath, samples } from "./samples.ts";

describe("the samples", () => {
  it.each(samples)("have the picture %s", (sample) => {
    expect(existsSync(path.join("public", samplePath(sample)))).toBe(true);
  });
  it("stay hidden once they were put away", () => {
    const kept = new Map<string, string>();
    const store = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) };
    expect(areSamplesHidden(store)).toBe(false);
    hideSamples(store);
    expect(areSamplesHidden(store)).toBe(true);
  });
  it("come back where nothing can be stored, without harm", () => {
    const broken = {
      getItem: () => {
        throw new Error("no store");
      },
      setItem: () => {
        throw new Error("no store");
      },
    };
    hideSamples(broken);
    expect(areSamplesHidden(broken)).toBe(false);
  });
});
