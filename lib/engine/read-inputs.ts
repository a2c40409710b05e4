/** Finds a task's values by what the catalogue says its fields are, whatever a model calls its pictures. */
import type { Inputs, Size } from "#lib/models/model.ts";
import { outputSize } from "#lib/models/output-size.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import type { EngineTask } from "./engine.ts";

export function readPrompt(inputs: Inputs): string {
  const { prompt } = inputs;
  return typeof prompt === "string" ? prompt.trim() : "";
}

export function readNumber(inputs: Inputs, name: string): number | undefined {
  const value = inputs[name];
  return typeof value === "number" ? value : undefined;
}

export function countOutputs(inputs: Inputs): number {
  return Math.max(1, Math.floor(readNumber(inputs, "num_outputs") ?? 1));
}

/** The given pictures in the entry's order, masks aside. */
export function listPictures({ model, pictures }: EngineTask): readonly Raster[] {
  const given: Raster[] = [];
  for (const field of model.fields) {
    const picture = field.kind === "picture" ? pictures[field.name] : undefined;
    if (picture !== undefined) given.push(picture);
  }
  return given;
}

export function wantsOwnSize(inputs: Inputs): boolean {
  const ratio = inputs.aspect_ratio;
  return ratio === undefined || ratio === "match_input_image";
}

export function sizeFor({ model, inputs }: EngineTask, picture?: Raster): Size {
  return picture === undefined ? outputSize(model, inputs) : outputSize(model, inputs, picture);
}
