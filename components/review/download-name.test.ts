import { describe, expect, it } from "vitest";
import type { Picture, Prediction } from "#lib/wire.ts";
import { downloadName } from "./download-name.ts";

const picture = { format: "jpeg", createdAt: "2026-03-10T11:59:40.123Z" } as Picture;

describe("downloadName", () => {
  it("says project, model, seed and time", () => {
    const prediction = { model: "acme/paint-2", seed: 7 } as Prediction;
    expect(downloadName("Lofoten", picture, prediction)).toBe("Lofoten paint-2 seed 7 2026-03-10T11-59-40.jpg");
  });

  it("leaves out what an upload does not have", () => {
    expect(downloadName("Lofoten", picture, undefined)).toBe("Lofoten 2026-03-10T11-59-40.jpg");
  });

  it("holds no character that a file system refuses, and no endless name", () => {
    const name = downloadName(`a/b\\c:d"${"x".repeat(300)}`, picture, undefined);
    expect(name).not.toMatch(/[\\/:*?"<>|]/);
    expect(name.length).toBeLessThan(100);
  });
});
