import { invalidInput } from "#lib/errors.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import type { Arrangement } from "./combine/arrangement.ts";
import { compose } from "./combine/compose.ts";
import { type CutOut, cutSubject } from "./combine/cut-subject.ts";
import { keepsOwnFrame } from "./combine/lay-out.ts";
import { readArrangement } from "./combine/read-arrangement.ts";
import { isSecondMeant } from "./combine/second-meant.ts";
import { drive } from "./drive.ts";
import type { EngineHooks, EngineTask } from "./engine.ts";
import { listPictures, readPrompt, sizeFor, wantsOwnSize } from "./read-inputs.ts";
import { speechFor } from "./speech/speech-for.ts";

export async function combinePictures(task: EngineTask, hooks: EngineHooks): Promise<Raster> {
  const [first, second] = listPictures(task);
  if (first === undefined || second === undefined) {
    const fields = task.model.fields.filter((field) => field.kind === "picture");
    const missing = fields.find((field) => task.pictures[field.name] === undefined)?.name ?? "input_image_2";
    throw invalidInput({ field: missing, rule: "required", message: `Expected a picture for ${missing} but received none` });
  }
  const prompt = readPrompt(task.inputs);
  const speech = speechFor(prompt);
  const { arrangement: read, isUnderstood } = readArrangement(prompt);
  const chosen = read.kind === "place" ? await chooseSubject([first, second], read, hooks) : { arrangement: read, cut: undefined };
  const { arrangement } = chosen;
  // Where one picture is the ground, the result has its shape unless another is asked for.
  const isGroundSecond = arrangement.kind === "place" && arrangement.subject === 0 && !keepsOwnFrame(arrangement, chosen.cut);
  const [width, height] = sizeFor(task, isGroundSecond && wantsOwnSize(task.inputs) ? second : first);
  const { picture, on, unfound } = await drive(compose([first, second], arrangement, width, height, chosen.cut), hooks, {
    from: 0.3,
    to: 1,
  });
  if (!isUnderstood) hooks.log(speech.guessedArrangement(prompt));
  hooks.log(speech.did([speech.arranged(arrangement, on)]));
  if (unfound !== undefined) hooks.log(speech.notSeenThere(unfound));
  if (arrangement.kind === "place")
    hooks.log(speech.cutOut(chosen.cut === undefined ? undefined : chosen.cut.isNamed ? "name" : "standing out"));
  else if (arrangement.kind !== "colours" && arrangement.kind !== "blend" && arrangement.kind !== "sky") hooks.log(speech.notCut);
  return picture;
}

interface Chosen {
  readonly arrangement: Arrangement;
  readonly cut: CutOut | undefined;
}

/** Both are cut out where the words do not say whose subject moves. */
async function chooseSubject(
  pictures: readonly [Raster, Raster],
  wish: Arrangement & { kind: "place" },
  hooks: EngineHooks,
): Promise<Chosen> {
  const { named, which, isMany } = wish;
  const mover = { named, which, isMany, isOnePerson: wish.isPerson && !wish.isMany };
  if (wish.subject !== undefined) {
    return {
      arrangement: wish,
      cut: await drive(cutSubject(pictures[wish.subject], { ...mover, thing: wish.thing }), hooks, { from: 0, to: 0.3 }),
    };
  }
  const first = await drive(cutSubject(pictures[0], { ...mover, thing: wish.thing }), hooks, { from: 0, to: 0.15 });
  const second = await drive(cutSubject(pictures[1], mover), hooks, { from: 0.15, to: 0.3 });
  const subject = isSecondMeant(first, second, wish) ? 1 : 0;
  return { arrangement: { ...wish, subject }, cut: subject === 0 ? first : second };
}
