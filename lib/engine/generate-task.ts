/** Paints a scene from words; a picture that comes along lends its colours, or shows through. */

import { type Manner, readManner } from "#lib/engine/generate/words/read-manner.ts";
import { readScene } from "#lib/engine/generate/words/read-scene.ts";
import { blend } from "#lib/pixels/blend.ts";
import { colourStatistics, transferColours } from "#lib/pixels/colour-transfer.ts";
import { cover } from "#lib/pixels/crop.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { part, type Work } from "#lib/pixels/work.ts";
import { drive } from "./drive.ts";
import type { EngineHooks, EngineTask } from "./engine.ts";
import { paintScene } from "./generate/paint-scene.ts";
import type { Scene } from "./generate/scene.ts";
import { setLetters } from "./generate/set-letters.ts";
import { applyOperation } from "./operations/apply-operation.ts";
import { readNumber, readPrompt, sizeFor } from "./read-inputs.ts";
import { speechFor } from "./speech/speech-for.ts";

export async function generatePicture(task: EngineTask, picture: Raster | undefined, hooks: EngineHooks): Promise<Raster> {
  const prompt = readPrompt(task.inputs);
  const speech = speechFor(prompt);
  const manner = readManner(prompt);
  const read = readScene(manner?.rest ?? prompt, task.seed);
  const { found, foundWords, missing } = read;
  const isInk = manner?.isInk === true && canBrush(read.scene);
  // Abstract ink is poured, not brushed.
  const isPoured = manner?.isInk === true && read.scene.setting === "abstract";
  const scened: Scene = isPoured ? { ...read.scene, styles: ["ink"] } : read.scene;
  const bare: Scene = isInk ? { ...scened, setting: scened.setting ?? "mountains", isInk } : scened;
  const { scene, missing: missingLetters } = await setLetters(bare, hooks.typeset);
  const [width, height] = sizeFor(task, picture);
  const until = picture === undefined ? 1 : 0.8;
  const operations = isInk || isPoured ? [] : (manner?.operations ?? []);
  const plain = await drive(paintScene(scene, width, height), hooks, { from: 0, to: operations.length === 0 ? until : 0.6 });
  const painted = await drive(redraw(plain, operations, task.seed), hooks, { from: operations.length === 0 ? until : 0.6, to: until });
  if (scene.setting === undefined) hooks.log(speech.paintedAbstract(prompt));
  else
    hooks.log(speech.painted(isInk ? ["水墨", ...foundWords] : foundWords, isInk ? ["ink wash", ...found] : found, scene.lettering?.text));
  if (scene.setting !== undefined && missing.length + missingLetters.length > 0) hooks.log(speech.cannotPaint(missing, missingLetters));
  if (operations.length > 0) hooks.log(speech.did(operations.map((operation) => speech.step({ operation, except: [] }))));
  if (picture === undefined) return painted;
  const strength = readNumber(task.inputs, "prompt_strength");
  const colours = transferColours(painted, colourStatistics(picture), strength === undefined ? 0.7 : 0.5);
  const matched = await drive(colours, hooks, { from: 0.8, to: 1 });
  hooks.log(speech.lentColours(strength === undefined ? undefined : 1 - strength));
  return strength === undefined ? matched : blend(cover(picture, width, height), matched, strength);
}

/** What a brush has strokes for. */
function canBrush({ setting }: Scene): boolean {
  const lands: readonly (Scene["setting"] | undefined)[] = ["mountains", "lake", "sea", "forest", "meadow", "snow", "sky", undefined];
  return lands.includes(setting);
}

function* redraw(plain: Raster, operations: Manner["operations"], seed: number): Work<Raster> {
  let raster = plain;
  for (const [n, operation] of operations.entries()) {
    raster = yield* part(applyOperation(raster, operation, seed + n), n / operations.length, (n + 1) / operations.length);
  }
  return raster;
}
