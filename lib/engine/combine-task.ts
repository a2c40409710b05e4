import { AppError, invalidInput } from "#lib/errors.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import type { Arrangement } from "./combine/arrangement.ts";
import { chooseSubject } from "./combine/choose-subject.ts";
import { compose } from "./combine/compose.ts";
import { type Given, readGiven } from "./combine/given.ts";
import { keepsOwnFrame } from "./combine/lay-out.ts";
import { signOf } from "./combine/lay-sign.ts";
import { readArrangement } from "./combine/words/read-arrangement.ts";
import { isRedrawing } from "./combine/words/redrawing.ts";
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
  const given = [readGiven(first), readGiven(second)] as const;
  const { arrangement, cut } =
    read.kind === "place"
      ? await drive(chooseSubject(given, read), hooks, { from: 0, to: toCompose })
      : { arrangement: withSign(read, given), cut: undefined };
  // Where one picture is the ground, the result has its shape unless another is asked for.
  const isGroundSecond =
    (arrangement.kind === "place" && arrangement.subject === 0 && !keepsOwnFrame(arrangement, cut)) ||
    (arrangement.kind === "hang" && arrangement.picture === 0) ||
    (arrangement.kind === "inset" && arrangement.over === 0);
  const [width, height] = sizeFor(task, isGroundSecond && wantsOwnSize(task.inputs) ? second : first);
  const composed = await drive(compose(given, arrangement, width, height, cut), hooks, { from: toCompose, to: 1 });
  if (composed === undefined) throw refused({ kind: "not found", said: speech.wall });
  const { picture, on, unfound } = composed;
  if (!isUnderstood) hooks.log(speech.guessedArrangement(prompt));
  hooks.log(speech.did([speech.arranged(arrangement, on)]));
  if (unfound !== undefined) hooks.log(speech.notSeenThere(unfound));
  if (arrangement.kind === "place")
    hooks.log(speech.cutOut(cut === undefined ? undefined : cut.isGiven ? "given" : cut.isNamed ? "name" : "standing out"));
  else if (arrangement.kind === "inset" && arrangement.sign !== undefined) hooks.log(speech.asSign);
  else if (arrangement.kind !== "colours" && arrangement.kind !== "blend" && arrangement.kind !== "sky") hooks.log(speech.notCut);
  return picture;
}

/** Nobody has to say which picture the logo is. */
function withSign(read: Arrangement, given: readonly [Given, Given]): Arrangement {
  if (read.kind !== "inset" || read.sign === undefined || read.sign.isSaid) return read;
  return { ...read, over: signOf(given) ?? read.over };
}
