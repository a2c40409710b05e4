import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exportPicture } from "./export-picture.ts";

const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></x:xmpmeta>`;
let folder = "";
let photo = "";
let drawing = "";

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "pentimento-export-"));
  photo = path.join(folder, "photo");
  drawing = path.join(folder, "drawing");
  const noise = { type: "gaussian", mean: 120, sigma: 40 } as const;
  await writeFile(
    photo,
    await sharp({ create: { width: 300, height: 200, channels: 3, background: "#000", noise } })
      .jpeg()
      .toBuffer(),
  );
  await writeFile(
    drawing,
    await sharp({ create: { width: 60, height: 90, channels: 4, background: "#f008" } })
      .png()
      .toBuffer(),
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const whole = { format: null, side: null, quality: 90, xmp: null } as const;
const out = (name: string) => path.join(folder, name);

describe("a download", () => {
  it("is the stored file itself where nothing else is asked for", async () => {
    const told = await exportPicture({ ...whole, path: photo, out: out("same") });
    const [bytes, stored] = [await readFile(out("same")), await readFile(photo)];
    expect(bytes.equals(stored)).toBe(true);
    expect(told).toEqual({ format: "jpeg", width: 300, height: 200, bytes: stored.length });
  });

  it("keeps every stored pixel when metadata is wanted", async () => {
    await exportPicture({ ...whole, path: photo, out: out("marked"), xmp });
    expect((await sharp(out("marked")).metadata()).xmpAsString).toBe(xmp);
    expect((await sharp(out("marked")).raw().toBuffer()).equals(await sharp(photo).raw().toBuffer())).toBe(true);
  });

  it.each(["jpeg", "png", "webp", "avif"] as const)(
    "becomes %s of the size asked for, in sRGB, with the metadata asked for",
    async (format) => {
      const told = await exportPicture({ path: photo, out: out(format), format, side: 150, quality: 70, xmp });
      const { width, height, xmpAsString, icc, exif } = await sharp(out(format)).metadata();
      expect([told.format, told.width, told.height, width, height]).toEqual([format, 150, 100, 150, 100]);
      expect(xmpAsString).toBe(xmp);
      expect(icc?.length).toBeGreaterThan(100);
      expect(exif).toBeUndefined();
    },
  );

  it("holds nothing but the picture where no metadata is wanted", async () => {
    await exportPicture({ ...whole, path: photo, out: out("bare"), format: "webp" });
    expect((await sharp(out("bare")).metadata()).xmp).toBeUndefined();
  });

  it("is never enlarged", async () => {
    expect(await exportPicture({ ...whole, path: drawing, out: out("small"), side: 4000 })).toMatchObject({
      format: "png",
      width: 60,
      height: 90,
    });
  });

  it("stands on white as JPEG where it was transparent, and stays transparent elsewhere", async () => {
    await exportPicture({ ...whole, path: drawing, out: out("flat"), format: "jpeg" });
    const [red = 0, green = 0] = await sharp(out("flat")).raw().toBuffer();
    expect([red > 240, Math.abs(green - 119) < 6]).toEqual([true, true]);
    await exportPicture({ ...whole, path: drawing, out: out("clear"), format: "webp" });
    expect((await sharp(out("clear")).metadata()).hasAlpha).toBe(true);
  });
});
