/** Carries out an instruction on one picture, or says that it cannot. */
import { AppError } from "#lib/errors.ts";
import { coverSlowly } from "#lib/pixels/crop.ts";
import { isSameRaster } from "#lib/pixels/difference.ts";
import { inColour } from "#lib/pixels/in-colour.ts";
import { centreOfInterest } from "#lib/pixels/interest.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { resizeSlowly } from "#lib/pixels/resample.ts";
import { affordableSize } from "./affordable-size.ts";
import { drive, type Stretch } from "./drive.ts";
import type { EngineHooks, EngineTask } from "./engine.ts";
import { nearestExamples } from "./instructions/examples.ts";
import type { Operation, Step } from "./instructions/operation.ts";
import { parseInstructions } from "./instructions/parse.ts";
import { type Typeface, writable } from "./lettering/typeface.ts";
import { applyStep, type Canvas } from "./operations/apply-step.ts";
import { canPaint } from "./operations/backdrop.ts";
import { lookOf } from "./operations/lettering.ts";
import { readPrompt, sizeFor, wantsOwnSize } from "./read-inputs.ts";
import type { Left } from "./speech/speech.ts";
import { speechFor } from "./speech/speech-for.ts";

const removes = /^(?:remove|erase|delete|get rid of)\b|去掉|移除|删|擦/u;

/** A further result of one run is stronger or weaker, so that there is something to choose. */
const strengths = [1, 0.65, 1.35, 1.7];

const start: Stretch = { from: 0, to: 0 };
const end: Stretch = { from: 1, to: 1 };

export async function editPicture(task: EngineTask, given: Raster, index: number, hooks: EngineHooks): Promise<Raster> {
  const prompt = readPrompt(task.inputs);
  const { steps, leftOut } = parseInstructions(prompt, canPaint);
  const speech = speechFor(prompt);
  const left: Left[] = leftOut.map((words) => ({ words, isRemoval: removes.test(words) }));
  const did: string[] = [];
  let times = 1;
  const size = affordableSize(given, steps);
  const copy = size.width < given.width ? await drive(resizeSlowly(given, size.width, size.height), hooks, start) : given;
  const picture = copy.channels === 3 ? copy : inColour(copy);
  let canvas: Canvas = { raster: picture, looks: picture };
  for (const [n, usual] of steps.entries()) {
    let asked: Step = { ...usual, operation: withStrength(usual.operation, strengths[index % strengths.length] ?? 1) };
    const stretch = { from: n / steps.length, to: (n + 1) / steps.length };
    let { step, typeface } = await withLetters(asked, hooks);
    let applied = await drive(applyStep(canvas, step, task.seed + index + n, typeface), hooks, stretch);
    if ("reason" in applied && step.place?.isInherited) {
      step = asked = ofWhole(step);
      applied = await drive(applyStep(canvas, step, task.seed + index + n, typeface), hooks, stretch);
    }
    if ("reason" in applied) left.push({ words: speech.step(asked), why: applied.reason });
    else if (isSameRaster(canvas.raster, applied.raster)) left.push({ words: speech.step(step), why: { kind: "unchanged" } });
    else {
      canvas = applied;
      did.push(speech.step(step));
      if (typeface !== undefined && typeface.missing !== "")
        left.push({ words: typeface.missing, why: { kind: "letters", said: typeface.missing } });
      if (applied.note !== undefined) hooks.log(speech.note(applied.note));
      for (const said of applied.missed ?? []) left.push({ words: said, why: { kind: "not found", said } });
      if (step.operation.kind === "enlarge") times *= step.operation.times;
    }
  }
  if (did.length === 0 || isSameRaster(picture, canvas.raster))
    throw new AppError("not_understood", speech.notUnderstood(prompt, nearestExamples(prompt), left));
  hooks.log(speech.did(did));
  if (left.length > 0) hooks.log(speech.left(left));
  // The model was shown the picture at its own working size: what it grew from is said.
  if (times > 1) hooks.log(speech.enlarged(picture, canvas.raster));
  if (wantsOwnSize(task.inputs)) return canvas.raster;
  const [width, height] = sizeFor(task, picture).map((side) => side * times) as [number, number];
  if (canvas.raster.width === width && canvas.raster.height === height) return canvas.raster;
  return await drive(coverSlowly(canvas.raster, width, height, ...centreOfInterest(canvas.raster)), hooks, end);
}

/** "Bluer sky and more contrast", where no sky is: the contrast is of the picture. */
function ofWhole({ operation, except }: Step): Step {
  return { operation, except };
}

/** Words to write become those that can be written. */
async function withLetters(step: Step, { typeset }: EngineHooks): Promise<{ readonly step: Step; readonly typeface?: Typeface }> {
  const { operation } = step;
  if (operation.kind !== "text") return { step };
  const typeface = await typeset(operation.text, lookOf(operation));
  return { step: { ...step, operation: { ...operation, text: writable(operation.text, typeface) } }, typeface };
}

function withStrength(operation: Operation, times: number): Operation {
  if (operation.kind === "tone") return { ...operation, amount: Math.max(-1, Math.min(1, operation.amount * times)) };
  return "strength" in operation ? { ...operation, strength: operation.strength * times } : operation;
}
