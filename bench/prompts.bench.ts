/**
 * Carries out sixty instructions and prints what each did: the log, and figures for the place it names and for the rest.
 * `node bench/prompts.bench.ts [--sheet sheet.png] [--picture file]`: with a picture, the sheet shows it instead of the card.
 */
import { parseArgs } from "node:util";
import { runModel } from "#lib/engine/run-model.ts";
import { isAppError } from "#lib/errors.ts";
import { builtInModels } from "#lib/models/built-in.ts";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";
import { resize } from "#lib/pixels/resample.ts";
import { typesetter } from "#lib/server/darkroom/type/typesetter.ts";
import { readPicture, writePicture } from "./fill-peers.ts";
import { drawCard } from "./prompt-card.ts";
import { promptSheet } from "./prompt-sheet.ts";

const { values } = parseArgs({ options: { sheet: { type: "string" }, picture: { type: "string" } } });
const model = builtInModels.find((entry) => entry.task === "edit");
if (model === undefined) throw new Error("Expected a model that edits in the catalogue but found none");
const card = drawCard();
const shown = values.picture === undefined ? undefined : await readPicture(values.picture, card.width, card.height);
const cells: Raster[] = [shown ?? card];
let right = 0;

for (const [index, [prompt, ...checks]] of promptSheet.entries()) {
  const { result, line, seconds } = await edit(prompt, card);
  const verdicts = result === undefined ? [] : checks.map((check) => check(card, result));
  const isRight = result !== undefined && verdicts.every((verdict) => verdict.isRight);
  if (isRight) right++;
  const figures = verdicts.map(({ says, isRight: isFine }) => (isFine ? says : `!! ${says}`)).join(", ");
  console.log(
    `${isRight ? "  " : "!!"} ${String(index + 1).padStart(2)}  ${prompt}\n       ${line}\n       ${figures}   (${seconds.toFixed(2)} s)`,
  );
  const cell = shown === undefined ? result : (await edit(prompt, shown)).result;
  cells.push(cell ?? newRaster(card.width, card.height, 3));
}
console.log(`\n${right} of ${promptSheet.length} did what they say`);
if (values.sheet !== undefined) await writeSheet(values.sheet);
process.exitCode = right === promptSheet.length ? 0 : 1;

async function edit(
  prompt: string,
  picture: Raster,
): Promise<{ readonly result: Raster | undefined; readonly line: string; readonly seconds: number }> {
  const lines: string[] = [];
  const startedAt = performance.now();
  const task = {
    model: model as NonNullable<typeof model>,
    inputs: { prompt, aspect_ratio: "match_input_image" },
    pictures: { input_image: picture },
    seed: 1,
  };
  try {
    const results = await runModel(task, { log: (line) => lines.push(line), progress: async () => {}, typeset: typesetter });
    return { result: results[0], line: lines.slice(1).join(" | "), seconds: (performance.now() - startedAt) / 1000 };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { result: undefined, line: error.message, seconds: (performance.now() - startedAt) / 1000 };
  }
}

async function writeSheet(path: string): Promise<void> {
  const [across, cellWidth, cellHeight] = [8, 240, 160];
  const whole = newRaster(across * cellWidth, Math.ceil(cells.length / across) * cellHeight, 3);
  for (const [n, cell] of cells.entries()) {
    const scale = Math.min(cellWidth / cell.width, cellHeight / cell.height);
    const small = resize(cell, Math.max(1, Math.round(cell.width * scale)), Math.max(1, Math.round(cell.height * scale)), "area");
    for (let y = 0; y < small.height; y++) {
      const to = ((Math.floor(n / across) * cellHeight + y) * whole.width + (n % across) * cellWidth) * 3;
      whole.data.set(small.data.subarray(y * small.width * 3, (y + 1) * small.width * 3), to);
    }
  }
  await writePicture(whole, path);
}
