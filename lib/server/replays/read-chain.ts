/** The steps that led from a picture to an edit, in the order in which they were done. Edits never change, so neither does a chain. */
import { AppError } from "#lib/errors.ts";
import { isPictureId } from "#lib/ids.ts";
import { enlargeModel } from "#lib/models/enlarge.ts";
import type { EditRecord, PredictionRecord, Records } from "#lib/server/storage/records.ts";
import type { BlendSettings } from "#lib/wire.ts";

interface StepBase {
  readonly edit: EditRecord;
  /** The step whose result it was done to; null: the first picture. */
  readonly base: number | null;
}

export interface RunStep extends StepBase {
  readonly does: "run" | "enlarge";
  readonly run: PredictionRecord;
  /** Which of the run's pictures it was that somebody went on with. */
  readonly outputIndex: number;
}

export interface BlendStep extends StepBase {
  readonly does: "blend";
  readonly settings: BlendSettings;
  /** The step whose result is blended with the base; null where that is not known any more. */
  readonly of: number | null;
}

export type ChainStep = RunStep | BlendStep;

export interface Chain {
  readonly edit: EditRecord;
  readonly rootPictureId: string;
  readonly steps: readonly ChainStep[];
}

export async function readChain(records: Records, editId: string): Promise<Chain> {
  const edit = await records.edits.get(editId);
  if (!edit) throw new AppError("not_found", `Expected the id of an edit but received "${editId.slice(0, 80)}"`);
  const all = await records.edits.ofProject(edit.projectId);
  const byId = new Map<string, EditRecord>(all.map((one) => [one.id, one]));
  const [first = edit, ...later] = pathTo(edit, byId);
  const firstPictureId = await givenTo(records, first);
  const nodes = firstPictureId === null ? later : [first, ...later];

  const steps: ChainStep[] = [];
  /** Adds what leads from the step `base` to the node, and answers the last of it. */
  async function add(node: EditRecord, base: number | null): Promise<number> {
    if (node.kind === "local") {
      const settings = node.fidelity?.blend ?? settingsOfOld(node, all);
      const from = byId.get(settings.fromEditId);
      const of = from ? await add(from, base) : null;
      return steps.push({ does: "blend", edit: node, base, of, settings }) - 1;
    }
    const run = node.predictionId === null ? null : await records.predictions.get(node.predictionId);
    if (!run) throw new AppError("internal", `Expected the run that made ${node.id} but found none`);
    const made = (await records.predictions.outputs([run.id])).get(run.id) ?? [];
    const outputIndex = made.find((output) => output.editId === node.id)?.index ?? 0;
    return steps.push({ does: run.model === enlargeModel.id ? "enlarge" : "run", edit: node, base, run, outputIndex }) - 1;
  }
  let base: number | null = null;
  for (const node of nodes) base = await add(node, base);
  return { edit, rootPictureId: firstPictureId ?? first.pictureId, steps };
}

/** From the picture that was brought in last to the edit: what was done before does not show in it. */
function pathTo(edit: EditRecord, byId: ReadonlyMap<string, EditRecord>): readonly EditRecord[] {
  const path: EditRecord[] = [];
  for (let one: EditRecord | undefined = edit; one && !path.includes(one); one = byId.get(one.parentId ?? "")) {
    path.unshift(one);
    if (one.kind === "upload") break;
  }
  return path;
}

/** A run without a parent may have been given a picture all the same; what was made from words alone is itself the first picture. */
async function givenTo(records: Records, first: EditRecord): Promise<string | null> {
  const run = first.kind === "prediction" && first.predictionId !== null ? await records.predictions.get(first.predictionId) : null;
  return Object.values(run?.inputs ?? {}).find((value): value is string => typeof value === "string" && isPictureId(value)) ?? null;
}

/** Edits of a time when settings were not kept: what came over then is drawn as it was. */
function settingsOfOld(node: EditRecord, all: readonly EditRecord[]): BlendSettings {
  const from = all.find(({ kind, predictionId, parentId }) => {
    return kind === "prediction" && predictionId === node.predictionId && parentId === node.parentId;
  });
  const whole = node.fidelity?.method === "whole";
  return { fromEditId: from?.id ?? "", alphaId: whole ? null : (node.fidelity?.alphaId ?? null), softnessPx: 0, colourMatch: 0, whole };
}
