/** Paints a scene from words; a picture that comes along lends its colours, or shows through. */

import { blend } from "#lib/pixels/blend.ts";
import { colourStatistics, transferColours } from "#lib/pixels/colour-transfer.ts";
import { cover } from "#lib/pixels/crop.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { drive } from "./drive.ts";
import type { EngineHooks, EngineTask } from "./engine.ts";
import { paintScene } from "./generate/paint-scene.ts";
import { readScene } from "./generate/read-scene.ts";
import { readNumber, readPrompt, sizeFor } from "./read-inputs.ts";
import { speechFor } from "./speech/speech.ts";

export async function generatePicture(task: EngineTask, picture: Raster | undefined, hooks: EngineHooks): Promise<Raster> {
  const prompt = readPrompt(task.inputs);
  const speech = speechFor(prompt);
  const { scene, found, foundWords, missing, missingLetters } = readScene(prompt, task.seed);
  const [width, height] = sizeFor(task, picture);
  const painted = await drive(paintScene(scene, width, height), hooks, { from: 0, to: picture === undefined ? 1 : 0.8 });
  if (scene.setting === undefined) hooks.log(speech.paintedAbstract(prompt));
  else hooks.log(speech.painted(foundWords, found, scene.text));
  if (scene.setting !== undefined && missing.length + missingLetters.length > 0) hooks.log(speech.cannotPaint(missing, missingLetters));
  if (picture === undefined) return painted;
  const strength = readNumber(task.inputs, "prompt_strength");
  const colours = transferColours(painted, colourStatistics(picture), strength === undefined ? 0.7 : 0.5);
  const matched = await drive(colours, hooks, { from: 0.8, to: 1 });
  hooks.log(speech.lentColours(strength === undefined ? undefined : 1 - strength));
  return strength === undefined ? matched : blend(cover(picture, width, height), matched, strength);
}
