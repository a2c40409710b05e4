import { invalidInput } from "#lib/errors.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { type Arrangement, readArrangement } from "./combine/arrangement.ts";
import { compose } from "./combine/compose.ts";
import { drive } from "./drive.ts";
import type { EngineHooks, EngineTask } from "./engine.ts";
import { listPictures, readPrompt, sizeFor } from "./read-inputs.ts";

export async function combinePictures(task: EngineTask, hooks: EngineHooks): Promise<Raster> {
  const [first, second] = listPictures(task);
  if (first === undefined || second === undefined) {
    const fields = task.model.fields.filter((field) => field.kind === "picture");
    const missing = fields.find((field) => task.pictures[field.name] === undefined)?.name ?? "input_image_2";
    throw invalidInput({ field: missing, rule: "required", message: `Expected a picture for ${missing} but received none` });
  }
  const { arrangement, isUnderstood } = readArrangement(readPrompt(task.inputs));
  const [width, height] = sizeFor(task, first);
  const result = await drive(compose([first, second], arrangement, width, height), hooks, { from: 0, to: 1 });
  hooks.log(
    isUnderstood
      ? `Did: ${describeArrangement(arrangement)}`
      : `The prompt was not understood as an arrangement. Did: ${describeArrangement(arrangement)}`,
  );
  if (arrangement.kind !== "colours" && arrangement.kind !== "blend") {
    hooks.log("Whole pictures are arranged; this engine does not cut things out of them");
  }
  return result;
}

function describeArrangement(arrangement: Arrangement): string {
  switch (arrangement.kind) {
    case "beside": {
      const where = arrangement.axis === "across" ? "left" : "top";
      return `both pictures next to each other, the ${arrangement.firstLeads ? "first" : "second"} at the ${where}, tones brought together, soft seam`;
    }
    case "halves": {
      const where = arrangement.axis === "across" ? "left" : "top";
      return `one half each, the ${arrangement.firstLeads ? "first" : "second"} picture at the ${where}`;
    }
    case "inset":
      return `the ${arrangement.over === 0 ? "first" : "second"} picture laid on the other (${arrangement.place})`;
    case "blend":
      return "both pictures blended as a double exposure";
    case "colours":
      return `the ${arrangement.picture === 0 ? "first" : "second"} picture in the colours of the other`;
  }
}
