import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, it } from "vitest";
import { chooseFrame, noExpansion } from "#lib/models/choose-frame.ts";
import { paste } from "./paste.ts";

const [width, height] = [2400, 1800];
const painted = { x: 900, y: 700, width: 300, height: 200 };
let folder: string;
const file = (name: string) => path.join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "pentimento-large-paste-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it.each([
  ["on its own canvas", noExpansion],
  ["on a canvas that grew", { left: 0, top: 128, right: 64, bottom: 0 }],
])(
  "a large picture, packed ahead, is written as it was beside what came over: %s",
  async (_, expand) => {
    const noise = { type: "gaussian", mean: 128, sigma: 30 } as const;
    await sharp({ create: { width, height, channels: 3, background: "#888", noise } })
      .png({ compressionLevel: 1 })
      .toFile(file("picture"));
    const mask = new Uint8Array(width * height);
    for (let y = painted.y; y < painted.y + painted.height; y++) {
      mask.fill(255, y * width + painted.x, y * width + painted.x + painted.width);
    }
    await sharp(mask, { raw: { width, height, channels: 1 } })
      .toColourspace("b-w")
      .png()
      .toFile(file("mask"));
    const frame = chooseFrame({ picture: { width, height }, painted, expand, rule: { rule: "fit", maxSide: 1440, multipleOf: 32 } });
    const [across, down] = frame.working;
    await sharp({ create: { width: across, height: down, channels: 3, background: "#c40" } })
      .png()
      .toFile(file("result"));
    const out = { picture: file("out.png"), alpha: file("alpha.png"), placed: file("placed.png") };
    const copy = { out: file("copy.jpg"), side: 600 };
    const pasted = await paste({ picture: file("picture"), mask: file("mask"), result: file("result"), frame, out, copy });
    const canvas = { width: width + expand.left + expand.right, height: height + expand.top + expand.bottom };
    expect(pasted).toMatchObject({ ...canvas, hasCopy: true, pixels: canvas.width * canvas.height });
    const [drawn, again] = await Promise.all(
      [copy.out, out.picture].map((path) => sharp(path).resize(60, 45, { fit: "fill" }).raw().toBuffer({ resolveWithObject: true })),
    );
    expect(
      Math.max(
        ...(await sharp(copy.out)
          .metadata()
          .then(({ width, height }) => [width, height])),
      ),
    ).toBe(600);
    const apart = drawn?.data.reduce((sum, value, i) => sum + Math.abs(value - (again?.data[i] ?? 0)), 0) ?? Number.NaN;
    expect(apart / (drawn?.data.length ?? 0)).toBeLessThan(4);
    const own = { left: expand.left, top: expand.top, width, height };
    const [before, after, alpha] = await Promise.all([
      sharp(file("picture")).raw().toBuffer(),
      sharp(out.picture, { failOn: "warning" }).extract(own).raw().toBuffer(),
      sharp(out.alpha).extractChannel(0).extract(own).raw().toBuffer(),
    ]);
    let [changed, changedOutside] = [0, 0];
    for (let pixel = 0; pixel < alpha.length; pixel++) {
      const at = pixel * 3;
      if (before[at] === after[at] && before[at + 1] === after[at + 1] && before[at + 2] === after[at + 2]) continue;
      changed++;
      if (alpha[pixel] === 0) changedOutside++;
    }
    expect(changedOutside).toBe(0);
    expect(changed).toBeGreaterThan(50_000);
    const grown = canvas.width * canvas.height - width * height;
    expect(pasted.changed).toBe(changed + grown);
    expect(pasted.outside.changed).toBeLessThanOrEqual(grown);
  },
  180_000,
);
