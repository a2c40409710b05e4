/** Carries out an instruction on one picture, or says that it cannot. */
import { AppError } from "#lib/errors.ts";
import { cover } from "#lib/pixels/crop.ts";
import { isSameRaster } from "#lib/pixels/difference.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { drive } from "./drive.ts";
import type { EngineHooks, EngineTask } from "./engine.ts";
import { describeOperation, type Operation } from "./instructions/operation.ts";
import { parseInstructions } from "./instructions/parse.ts";
import { applyOperation } from "./operations/apply-operation.ts";
import { readPrompt, sizeFor, wantsOwnSize } from "./read-inputs.ts";

/** A further result of one run is stronger or weaker, so that there is something to choose. */
const strengths = [1, 0.65, 1.35, 1.7];

export async function editPicture(task: EngineTask, picture: Raster, index: number, hooks: EngineHooks): Promise<Raster> {
  const prompt = readPrompt(task.inputs);
  const { operations, leftOut } = parseInstructions(prompt);
  const missing = leftOut.map((clause) => `"${clause}"`);
  const did: string[] = [];
  let raster = picture;
  for (const [n, usual] of operations.entries()) {
    const operation = withStrength(usual, strengths[index % strengths.length] ?? 1);
    const stretch = { from: n / operations.length, to: (n + 1) / operations.length };
    const { raster: changed, note } = await drive(applyOperation(raster, operation, task.seed + index + n), hooks, stretch);
    if (changed === undefined) {
      missing.push(`"${describeOperation(operation)}" (no such colour in the picture)`);
      continue;
    }
    if (isSameRaster(raster, changed)) continue;
    raster = changed;
    did.push(describeOperation(operation));
    if (note !== undefined) hooks.log(note);
  }
  if (did.length === 0 || isSameRaster(picture, raster)) throw notUnderstood(prompt);
  hooks.log(`Did: ${did.join("; ")}`);
  if (missing.length > 0) hooks.log(`Left out, this engine cannot do it: ${missing.join(", ")}`);
  if (wantsOwnSize(task.inputs)) return raster;
  const [width, height] = sizeFor(task, picture);
  return raster.width === width && raster.height === height ? raster : cover(raster, width, height);
}

function notUnderstood(prompt: string): AppError {
  return new AppError(
    "not_understood",
    `Expected an instruction the local engine can carry out (tone, colour, looks, drawn styles, turning, cropping), such as "make it 20 % brighter", "change the red car to blue" or "turn it into a pencil sketch", for prompt but received "${prompt}"`,
  );
}

function withStrength(operation: Operation, times: number): Operation {
  if (operation.kind === "tone") return { ...operation, amount: Math.max(-1, Math.min(1, operation.amount * times)) };
  return "strength" in operation ? { ...operation, strength: operation.strength * times } : operation;
}
