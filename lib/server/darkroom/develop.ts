/** Runs the local engine on decoded pixels and encodes what it paints as the inputs ask. */
import sharp, { type Sharp } from "sharp";
import { runModel } from "#lib/engine/run-model.ts";
import type { InputValue, ModelEntry } from "#lib/models/model.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import type { DevelopRequest } from "./darkroom.ts";
import { openPicture, unreadable } from "./open-picture.ts";
import { progressLine } from "./progress-line.ts";

const stepsShown = 28;

export async function develop(request: DevelopRequest, log: (line: string) => void): Promise<readonly string[]> {
  const { model, inputs, seed, outPrefix } = request;
  const pictures: Record<string, Raster> = {};
  for (const [name, path] of Object.entries(request.pictures)) {
    const isMask = model.fields.some((field) => field.name === name && field.kind === "mask");
    pictures[name] = await decode(path, isMask);
  }
  const startedAtMs = Date.now();
  let shown = -1;
  const rasters = await runModel(
    { model, inputs, pictures, seed },
    {
      log,
      async progress(done, of) {
        const step = Math.floor((done / of) * stepsShown);
        if (step > shown) log(progressLine(step, stepsShown, Date.now() - startedAtMs));
        shown = Math.max(shown, step);
        await new Promise((resolve) => setImmediate(resolve));
      },
    },
  );
  const paths: string[] = [];
  for (const [index, raster] of rasters.entries()) {
    const { extension, encode } = encoding(model, inputs.output_format, inputs.output_quality);
    const path = `${outPrefix}-${index}.${extension}`;
    await encode(open(raster)).toFile(path);
    paths.push(path);
  }
  return paths;
}

async function decode(path: string, isMask: boolean): Promise<Raster> {
  try {
    const picture = isMask ? openPicture(path).greyscale().toColourspace("b-w") : openPicture(path).toColourspace("srgb").removeAlpha();
    const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
    return { width: info.width, height: info.height, channels: isMask ? 1 : 3, data: new Uint8Array(data) };
  } catch (error) {
    throw unreadable(error);
  }
}

function open({ width, height, channels, data }: Raster): Sharp {
  return sharp(Buffer.from(data.buffer, data.byteOffset, data.byteLength), { raw: { width, height, channels } });
}

function encoding(model: ModelEntry, format: InputValue | undefined, quality: InputValue | undefined) {
  const field = model.fields.find((one) => one.name === "output_format");
  const wanted = format ?? (field?.kind === "choice" ? field.default : "png");
  const level = Math.max(1, typeof quality === "number" ? quality : 80);
  if (wanted === "jpg") return { extension: "jpg", encode: (picture: Sharp) => picture.jpeg({ quality: level }) };
  if (wanted === "webp") return { extension: "webp", encode: (picture: Sharp) => picture.webp({ quality: level }) };
  return { extension: "png", encode: (picture: Sharp) => picture.png({ compressionLevel: 6 }) };
}
