/**
 * Whether a picture looks after it was taken in as a browser shows the file it came as: `node bench/looks.bench.ts [PHOTOGRAPH]`
 * Orientations, profiles, grey, CMYK, transparency, palettes, 16 bits and first frames; mean ΔE over all pixels, on white.
 */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "@playwright/test";
import sharp, { type Sharp } from "sharp";
import { rgbToLab } from "#lib/pixels/colour.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { openDarkroom } from "#lib/server/darkroom/pool.ts";
import { openBrowser } from "./browser.ts";
import { drawScene, scenes } from "./drawn-scenes.ts";

const limit = 1;
/** Chromium leaves such a profile out, and shows greys that are none; here it is honoured. Told, not held against us. */
const differsOnPurpose = "JPEG, CMYK with a profile";
const [photograph] = process.argv.slice(2);
const picture = await readScene(photograph);
const raw = { raw: { width: picture.width, height: picture.height, channels: 3 } } as const;
const from = (): Sharp => sharp(picture.data, raw);

async function readScene(file: string | undefined): Promise<Raster> {
  if (file === undefined) return drawScene(Object.keys(scenes)[0] ?? "", 900, 600);
  const { data, info } = await sharp(file).resize(900, 600, { fit: "cover" }).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, channels: 3, data };
}

/** Clear at the left, whole at the right. */
function withAlpha(): Sharp {
  const alpha = Buffer.from(Uint8Array.from({ length: 900 * 600 }, (_, i) => Math.min(255, ((i % 900) * 300) / 900)));
  return from().joinChannel(alpha, { raw: { width: 900, height: 600, channels: 1 } });
}

/** Its first frame is the picture, its second a negative. */
function moving(): Sharp {
  const frames = Buffer.from([...picture.data, ...picture.data.map((value) => 255 - value)]);
  return sharp(frames, { raw: { ...raw.raw, height: picture.height * 2, pageHeight: picture.height } });
}

const kinds: Readonly<Record<string, () => Sharp>> = {
  ...Object.fromEntries(
    [1, 2, 3, 4, 5, 6, 7, 8].map((turn) => [
      `JPEG, orientation ${turn}`,
      () => from().withMetadata({ orientation: turn }).jpeg({ quality: 95 }),
    ]),
  ),
  "JPEG, Display P3": () => from().withIccProfile("p3").jpeg({ quality: 95, chromaSubsampling: "4:4:4" }),
  "PNG, Display P3": () => from().withIccProfile("p3").png(),
  "JPEG, grey": () => from().toColourspace("b-w").jpeg({ quality: 95 }),
  [differsOnPurpose]: () => from().toColourspace("cmyk").withIccProfile("cmyk").jpeg({ quality: 95 }),
  "JPEG, CMYK without a profile": () => from().toColourspace("cmyk").jpeg({ quality: 95 }),
  "PNG, Display P3, 16 bits": () => from().toColourspace("rgb16").withIccProfile("p3").png(),
  "GIF that moves": () => moving().gif(),
  "WebP that moves": () => moving().webp({ quality: 95 }),
  "PNG with transparency": () => withAlpha().png(),
  "WebP with transparency": () => withAlpha().webp({ quality: 95 }),
  "PNG with a palette": () => from().png({ palette: true, colours: 256 }),
  "PNG, 16 bits": () => from().toColourspace("rgb16").png(),
  "PNG, grey, 16 bits": () => from().toColourspace("grey16").png(),
  AVIF: () => from().avif({ quality: 80 }),
};

const folder = await mkdtemp(path.join(tmpdir(), "looks-bench-"));
const darkroom = openDarkroom();
const browser = await openBrowser();
let worst = 0;
try {
  const page = await browser.newPage();
  for (const [name, make] of Object.entries(kinds)) {
    const file = path.join(folder, "in");
    await writeFile(file, await make().toBuffer());
    const taken = await darkroom.ingest({ path: file, out: path.join(folder, "out") });
    const [before, after] = [await shownBy(page, file), await shownBy(page, taken.file)];
    const distance = before.length === after.length ? meanDistance(before, after) : Number.POSITIVE_INFINITY;
    if (name !== differsOnPurpose) worst = Math.max(worst, distance);
    console.log(`  ${name.padEnd(32)} mean ΔE ${distance.toFixed(2)} (${name === differsOnPurpose ? "on purpose" : `limit ${limit}`})`);
  }
} finally {
  await browser.close();
  await darkroom.close();
  await rm(folder, { recursive: true });
}
process.exitCode = worst <= limit ? 0 : 1;

/** The values on its screen, which is an sRGB one; three a pixel. */
async function shownBy(page: Page, file: string): Promise<Uint8Array> {
  const address = `data:application/octet-stream;base64,${(await readFile(file)).toString("base64")}`;
  const text = await page.evaluate(async (source) => {
    const image = await createImageBitmap(await (await fetch(source)).blob());
    const canvas = new OffscreenCanvas(image.width, image.height);
    const brush = canvas.getContext("2d");
    if (!brush) throw new Error("Expected a canvas");
    brush.fillStyle = "#fff";
    brush.fillRect(0, 0, image.width, image.height);
    brush.drawImage(image, 0, 0);
    const { data } = brush.getImageData(0, 0, image.width, image.height);
    let values = `${image.width}:`;
    for (let i = 0; i < data.length; i += 4) values += String.fromCharCode(data[i] ?? 0, data[i + 1] ?? 0, data[i + 2] ?? 0);
    return values;
  }, address);
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

function meanDistance(a: Uint8Array, b: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 3) {
    const one = rgbToLab(a[i] ?? 0, a[i + 1] ?? 0, a[i + 2] ?? 0);
    const other = rgbToLab(b[i] ?? 0, b[i + 1] ?? 0, b[i + 2] ?? 0);
    sum += Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
  }
  return sum / (a.length / 3);
}
