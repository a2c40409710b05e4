/** Repaints the white part of a mask from the picture's own surroundings; what a prompt asks beyond that is said in the log. */
import { invalidInput } from "#lib/errors.ts";
import type { Inputs } from "#lib/models/model.ts";
import { type Effort, usualEffort } from "#lib/pixels/fill/effort.ts";
import { fillHole } from "#lib/pixels/fill/fill.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { drive, type Stretch } from "./drive.ts";
import type { EngineHooks, EngineTask } from "./engine.ts";
import { type Place, readPlace } from "./instructions/place.ts";
import { listPictures, readNumber, readPrompt } from "./read-inputs.ts";

/** Prompts that ask for nothing but the surroundings. */
const removes =
  /\b(?:remov\w*|eras\w*|delet\w*|clean\w*|clear\w*|fill|heal|restor\w*|repair\w*|retouch\w*|get rid|background|surroundings?|nothing|empty|seamless\w*|inpaint\w*|content[- ]aware|extend|expand|outpaint\w*|continue)\b|去除|去掉|移除|删除|擦除|消除|清除|清理|抹掉|修复|修补|填充|补全|背景|扩展|扩图|延伸|干净/iu;

const natural: ReadonlySet<string> = new Set(["sky", "water", "plants", "ground"]);

export interface FillInputs {
  readonly image: Raster;
  readonly mask: Raster;
  readonly effort: Effort;
}

/** The guidance at which the fill chooses as freely as it usually does. */
const usualGuidance = 30;

export function readFillInputs(task: EngineTask): FillInputs {
  const field = task.model.fields.find((each) => each.kind === "mask");
  const name = field?.name ?? "mask";
  const image = (field?.kind === "mask" ? task.pictures[field.of] : undefined) ?? listPictures(task)[0];
  const mask = task.pictures[name];
  if (image === undefined) throw refuse("image", "required", "Expected a picture for image but received none");
  if (mask === undefined) throw refuse(name, "required", `Expected a mask for ${name} but received none`);
  if (mask.width !== image.width || mask.height !== image.height) {
    const [wanted, given] = [`${image.width}×${image.height}`, `${mask.width}×${mask.height}`];
    throw refuse(name, "conflict", `Expected the picture's size ${wanted} for ${name} but received ${given}`);
  }
  const grey = toGrey(mask);
  if (grey.data.every((value) => value === 0))
    throw refuse(name, "conflict", `Expected some white (to be repainted) for ${name} but received all black`);
  if (grey.data.every((value) => value > 0)) {
    throw refuse(name, "conflict", `Expected some black (to be kept) for ${name} but received none; this engine fills from what is kept`);
  }
  return { image, mask: grey, effort: readEffort(task.inputs) };
}

export async function fillPicture(
  { image, mask, effort }: FillInputs,
  seed: number,
  hooks: EngineHooks,
  stretch: Stretch,
): Promise<Raster> {
  return await drive(fillHole(image, mask, seed, effort), hooks, stretch);
}

/** The place a prompt asks to fill from: "grass", "blue sky"; undefined for "remove the car from the grass". */
export function readWantedPlace(task: EngineTask): Place | undefined {
  const prompt = readPrompt(task.inputs).normalize("NFKC").toLowerCase();
  const place = removes.test(prompt) ? undefined : readPlace(prompt);
  return place === undefined || place.isGuess || !natural.has(place.name) ? undefined : place;
}

/** More steps are more rounds at every size; more guidance keeps closer to what the picture repeats most. */
export function readEffort(inputs: Inputs): Effort {
  const steps = readNumber(inputs, "num_inference_steps") ?? 28;
  const guidance = Math.min(100, Math.max(0, readNumber(inputs, "guidance") ?? usualGuidance));
  const { freedom } = usualEffort;
  return {
    rounds: Math.max(1, Math.round(steps / 14)),
    freedom:
      guidance < usualGuidance ? 1 - (1 - freedom) * (guidance / usualGuidance) : (freedom * (100 - guidance)) / (100 - usualGuidance),
  };
}

/** Whether a prompt asks for more than the surroundings. */
export function asksForMore(task: EngineTask): boolean {
  const prompt = readPrompt(task.inputs);
  if (prompt === "" || removes.test(prompt)) return false;
  return readWantedPlace(task) === undefined || !isNothingElse(prompt);
}

/** "Green grass", "一片天空": a place and words about it, no thing beside. */
function isNothingElse(prompt: string): boolean {
  return prompt.trim().split(/\s+/u).length <= 3 && !/\b(?:with|and|on|in)\b|[和与上里]/u.test(prompt);
}

function refuse(field: string, rule: "required" | "conflict", message: string): Error {
  return invalidInput({ field, rule, message });
}

function toGrey(mask: Raster): Raster {
  if (mask.channels === 1) return mask;
  const { width, height, channels } = mask;
  return { width, height, channels: 1, data: Uint8Array.from({ length: width * height }, (_, i) => mask.data[i * channels] as number) };
}
