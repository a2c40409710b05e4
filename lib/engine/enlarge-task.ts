/** Makes a whole picture two or four times as wide and as high; what shows through stays so. */
import { invalidInput } from "#lib/errors.ts";
import { enlarge } from "#lib/pixels/enlarge/enlarge.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { drive } from "./drive.ts";
import type { EngineHooks, EngineTask } from "./engine.ts";
import { listPictures, readPrompt } from "./read-inputs.ts";
import { speechFor } from "./speech/speech-for.ts";

export async function enlargePicture(task: EngineTask, hooks: EngineHooks): Promise<Raster> {
  const [picture] = listPictures(task);
  if (picture === undefined) {
    const message = "Expected a picture for input_image but received none";
    throw invalidInput({ field: "input_image", rule: "required", message });
  }
  const large = await drive(enlarge(picture, task.inputs.factor === "4" ? 4 : 2), hooks, { from: 0, to: 1 });
  hooks.log(speechFor(readPrompt(task.inputs)).enlarged(picture, large));
  return large;
}
