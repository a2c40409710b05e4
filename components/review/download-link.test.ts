import { describe, expect, it } from "vitest";
import type { Picture, Prediction } from "#lib/wire.ts";
import { downloadLink, downloadName, sizesFor } from "./download-link.ts";

const picture = { id: "pic_1", format: "jpeg", createdAt: "2026-03-10T11:59:40.123Z" } as Picture;

describe("downloadName", () => {
  it("says project, model, seed and time", () => {
    const prediction = { model: "acme/paint-2", seed: 7 } as Prediction;
    expect(downloadName("Lofoten", picture, prediction, "jpeg")).toBe("Lofoten paint-2 seed 7 2026-03-10T11-59-40.jpg");
  });

  it("leaves out what an upload does not have", () => {
    expect(downloadName("Lofoten", picture, undefined, "avif")).toBe("Lofoten 2026-03-10T11-59-40.avif");
  });

  it("holds no character that a file system refuses, and no endless name", () => {
    const name = downloadName(`a/b\\c:d"${"x".repeat(300)}`, picture, undefined, "png");
    expect(name).not.toMatch(/[\\/:*?"<>|]/);
    expect(name.length).toBeLessThan(100);
  });
});

describe("downloadLink", () => {
  const made = { edit: { id: "edt_1", picture }, prediction: undefined, projectName: "Lofoten" };

  it("asks for what was chosen, as the edit it belongs to", () => {
    const { href } = downloadLink(made, { format: "webp", side: 2048, quality: 80, hasMetadata: false });
    const url = new URL(href, "http://localhost");
    expect(url.pathname).toBe("/api/pictures/pic_1/download");
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      format: "webp",
      side: "2048",
      quality: "80",
      metadata: "0",
      edit: "edt_1",
    });
  });

  it("names the stored format where nothing else is wanted", () => {
    expect(downloadLink(made, { format: "original", side: null, quality: 90, hasMetadata: true }).name).toMatch(/\.jpg$/);
  });
});

describe("sizesFor", () => {
  it("offers the picture's own size first and never one that is larger", () => {
    expect(sizesFor({ width: 3000, height: 2000 })).toEqual([
      { side: null, width: 3000, height: 2000 },
      { side: 2048, width: 2048, height: 1365 },
      { side: 1536, width: 1536, height: 1024 },
      { side: 1024, width: 1024, height: 683 },
      { side: 512, width: 512, height: 341 },
    ]);
  });
});
