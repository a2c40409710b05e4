/** Runs the local engine between two files: decodes what it is given, encodes what it makes, and tells how far it is. */
import { setImmediate } from "node:timers/promises";
import sharp from "sharp";
import type { EngineHooks } from "#lib/engine/engine.ts";
import { runModel } from "#lib/engine/run-model.ts";
import type { InputValue } from "#lib/models/model.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import type { DevelopRequest } from "./darkroom.ts";
import { asGrey, openPicture, readPixels } from "./decode.ts";
import type { JobHooks } from "./jobs.ts";
import { startProgress } from "./progress-line.ts";

export async function develop(request: DevelopRequest, { log }: Pick<JobHooks, "log">): Promise<readonly string[]> {
  const { model, inputs, seed, outPrefix } = request;
  const pictures: Record<string, Raster> = {};
  for (const [name, path] of Object.entries(request.pictures)) pictures[name] = await readRaster(request, name, path);
  const results = await runModel({ model, inputs, seed, pictures }, hooksFor(log));
  const paths: string[] = [];
  for (const [index, raster] of results.entries()) {
    const path = `${outPrefix}-${index}.${extensionFor(request)}`;
    await encode(raster, request).toFile(path);
    paths.push(path);
  }
  return paths;
}

function hooksFor(log: JobHooks["log"]): EngineHooks {
  const progressLine = startProgress(() => performance.now());
  return {
    log,
    async progress(done, of) {
      const line = progressLine(done, of);
      if (line !== null) log(line);
      await setImmediate();
    },
    typeset: async (text, look) => (await import("./type/typesetter.ts")).typesetter(text, look),
  };
}

async function readRaster({ model }: DevelopRequest, name: string, path: string): Promise<Raster> {
  const takesAlpha = model.workingSize.rule === "own" || model.task === "combine";
  const isMask = model.fields.some((field) => field.name === name && field.kind === "mask");
  const picture = openPicture(path);
  const inColour = takesAlpha ? picture : picture.flatten({ background: "#fff" });
  const { data, width, height, channels } = await readPixels(isMask ? asGrey(picture) : inColour.toColourspace("srgb"));
  return { width, height, channels: isMask ? 1 : channels === 4 ? 4 : 3, data };
}

function encode({ data, width, height, channels }: Raster, request: DevelopRequest) {
  const picture = sharp(data, { raw: { width, height, channels } }).toColourspace("srgb").withIccProfile("srgb");
  const quality = Math.min(100, Math.max(1, Math.round(Number(valueFor(request, "output_quality") ?? 90))));
  switch (extensionFor(request)) {
    case "jpg":
      return picture.jpeg({ quality, chromaSubsampling: quality >= 90 ? "4:4:4" : "4:2:0" });
    case "webp":
      return picture.webp({ quality });
    case "png":
      return picture.png({ compressionLevel: 4, adaptiveFiltering: true });
  }
}

function extensionFor(request: DevelopRequest): "jpg" | "png" | "webp" {
  const asked = valueFor(request, "output_format");
  if (asked === "jpg" || asked === "jpeg") return "jpg";
  return asked === "webp" ? "webp" : "png";
}

/** A field that was left out has the value the model gives it. */
function valueFor({ model, inputs }: DevelopRequest, name: string): InputValue | undefined {
  const field = model.fields.find((candidate) => candidate.name === name);
  return inputs[name] ?? (field && "default" in field ? field.default : undefined);
}
