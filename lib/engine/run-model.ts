/** The local engine: does what a model's task asks for, whatever the model. */
import { enlargeModel } from "#lib/models/enlarge.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { combinePictures } from "./combine-task.ts";
import { editPicture } from "./edit-task.ts";
import type { Engine, EngineHooks, EngineTask } from "./engine.ts";
import { enlargePicture } from "./enlarge-task.ts";
import { fillFromPlace } from "./fill-from-place.ts";
import { asksForMore, type FillInputs, fillPicture, readFillInputs, readWantedPlace } from "./fill-task.ts";
import { generatePicture } from "./generate-task.ts";
import type { Place } from "./instructions/place.ts";
import { countOutputs, listPictures, readPrompt } from "./read-inputs.ts";
import type { Speech } from "./speech/speech.ts";
import { speechFor } from "./speech/speech-for.ts";

export const runModel: Engine = async (task, hooks) => {
  // What is the same for every seed has none to tell.
  if (task.model.id !== enlargeModel.id) hooks.log(`Using seed: ${task.seed}`);
  const speech = speechFor(readPrompt(task.inputs));
  const count = countOutputs(task.inputs);
  const results: Raster[] = [];
  const fill = task.model.task === "fill" ? readFillInputs(task) : undefined;
  const place = fill === undefined ? undefined : readWantedPlace(task);
  for (let index = 0; index < count; index++) {
    const own = shareOf(hooks, index, count);
    if (fill === undefined) results.push(await runOnce(task, index, own));
    else results.push(await fillOnce({ fill, place, speech, seed: task.seed + index }, own));
  }
  if (fill !== undefined && asksForMore(task)) hooks.log(speech.filledOnly(readPrompt(task.inputs)));
  return results;
};

interface OneFill {
  readonly fill: FillInputs;
  readonly place: Place | undefined;
  readonly speech: Speech;
  readonly seed: number;
}

async function fillOnce({ fill, place, speech, seed }: OneFill, hooks: EngineHooks): Promise<Raster> {
  const steered = place === undefined ? undefined : await fillFromPlace(fill, place, seed, hooks);
  if (steered !== undefined) hooks.log(speech.filledFrom(place?.said ?? ""));
  else if (place !== undefined) hooks.log(speech.tooLittleOf(place.said));
  return steered ?? (await fillPicture(fill, seed, hooks, { from: 0, to: 1 }));
}

function runOnce(task: EngineTask, index: number, hooks: EngineHooks): Promise<Raster> {
  if (task.model.id === enlargeModel.id) return enlargePicture(task, hooks);
  const seeded = { ...task, seed: task.seed + index };
  if (task.model.task === "combine") return combinePictures(seeded, hooks);
  const picture = listPictures(task)[0];
  if (task.model.task === "edit" && picture !== undefined) return editPicture(seeded, picture, index, hooks);
  return generatePicture(seeded, picture, hooks);
}

/** One of several results fills its part of the bar, and only the first speaks. */
function shareOf(hooks: EngineHooks, index: number, count: number): EngineHooks {
  return {
    log: index === 0 ? hooks.log : () => {},
    progress: (done, of) => hooks.progress(index * of + done, count * of),
    typeset: hooks.typeset,
  };
}
