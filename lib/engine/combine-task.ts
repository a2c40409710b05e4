import { AppError, invalidInput } from "#lib/errors.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { chooseSubject } from "./combine/choose-subject.ts";
import { compose } from "./combine/compose.ts";
import { keepsOwnFrame } from "./combine/lay-out.ts";
import { readArrangement } from "./combine/read-arrangement.ts";
import { isRedrawing } from "./combine/redrawing.ts";
import { drive } from "./drive.ts";
import type { EngineHooks, EngineTask } from "./engine.ts";
import { nearestExamples } from "./instructions/examples.ts";
import { listPictures, readPrompt, sizeFor, wantsOwnSize } from "./read-inputs.ts";
import type { Reason } from "./speech/speech.ts";
import { speechFor } from "./speech/speech-for.ts";

/** Of the whole work, what goes by until it is known what moves. */
const toCompose = 0.4;

export async function combinePictures(task: EngineTask, hooks: EngineHooks): Promise<Raster> {
  const [first, second] = listPictures(task);
  if (first === undefined || second === undefined) {
    const fields = task.model.fields.filter((field) => field.kind === "picture");
    const missing = fields.find((field) => task.pictures[field.name] === undefined)?.name ?? "input_image_2";
    throw invalidInput({ field: missing, rule: "required", message: `Expected a picture for ${missing} but received none` });
  }
  const prompt = readPrompt(task.inputs);
  const speech = speechFor(prompt);
  const refused = (why: Reason): AppError =>
    new AppError("not_understood", speech.notUnderstood(prompt, nearestExamples(prompt, 2), [{ words: prompt, why }]));
  if (isRedrawing(prompt)) throw refused({ kind: "redrawn" });
  const { arrangement: read, isUnderstood } = readArrangement(prompt);
  const { arrangement, cut } =
    read.kind === "place"
      ? await drive(chooseSubject([first, second], read), hooks, { from: 0, to: toCompose })
      : { arrangement: read, cut: undefined };
  // Where one picture is the ground, the result has its shape unless another is asked for.
  const isGroundSecond =
    (arrangement.kind === "place" && arrangement.subject === 0 && !keepsOwnFrame(arrangement, cut)) ||
    (arrangement.kind === "hang" && arrangement.picture === 0);
  const [width, height] = sizeFor(task, isGroundSecond && wantsOwnSize(task.inputs) ? second : first);
  const composed = await drive(compose([first, second], arrangement, width, height, cut), hooks, { from: toCompose, to: 1 });
  if (composed === undefined) throw refused({ kind: "not found", said: speech.wall });
  const { picture, on, unfound } = composed;
  if (!isUnderstood) hooks.log(speech.guessedArrangement(prompt));
  hooks.log(speech.did([speech.arranged(arrangement, on)]));
  if (unfound !== undefined) hooks.log(speech.notSeenThere(unfound));
  if (arrangement.kind === "place") hooks.log(speech.cutOut(cut === undefined ? undefined : cut.isNamed ? "name" : "standing out"));
  else if (arrangement.kind !== "colours" && arrangement.kind !== "blend" && arrangement.kind !== "sky") hooks.log(speech.notCut);
  return picture;
}
