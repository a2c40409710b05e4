/** What a step asks for on the new picture: the results before it stand where those of the first time stood, and places move along. */
import { AppError } from "#lib/errors.ts";
import { sha256Of } from "#lib/ids.ts";
import type { Catalogue } from "#lib/models/catalogue.ts";
import { pictureFieldsOf } from "#lib/models/check-inputs.ts";
import { isExpanding } from "#lib/models/choose-frame.ts";
import { maskFieldOf } from "#lib/models/form.ts";
import type { InputValue, ModelEntry } from "#lib/models/model.ts";
import { seedField } from "#lib/models/request-input.ts";
import type { Clock } from "#lib/server/clock.ts";
import type { Darkroom } from "#lib/server/darkroom/darkroom.ts";
import { keepFile } from "#lib/server/projects/keep-file.ts";
import { type Blobs, pictureKey } from "#lib/server/storage/blobs.ts";
import type { EditRecord, PictureRecord, Records, ReplayRecord } from "#lib/server/storage/records.ts";
import type { Box, Expansion } from "#lib/wire.ts";
import type { Chain, RunStep } from "./read-chain.ts";

export interface RequestParts {
  readonly records: Records;
  readonly blobs: Blobs;
  readonly darkroom: Darkroom;
  readonly clock: Clock;
  readonly catalogue: Pick<Catalogue, "list">;
}

export interface StepRequest {
  readonly parentEditId: string;
  readonly model: string;
  readonly inputs: Readonly<Record<string, InputValue>>;
  readonly box?: Box;
  readonly expand?: Expansion;
}

/** The edit that stands where the step's result stood; a step that is left out hands on what it was given. */
export async function resultOf(records: Records, chain: Chain, row: ReplayRecord, index: number | null): Promise<EditRecord> {
  const [step, done] = index === null ? [] : [chain.steps[index], row.steps[index]];
  if (step && done?.isOff) return resultOf(records, chain, row, step.does === "blend" && step.of !== null ? step.of : step.base);
  const id = done ? done.resultEditId : row.rootEditId;
  const edit = id === null ? null : await records.edits.get(id);
  if (edit) return edit;
  throw new AppError("internal", `Expected a result for the step ${index} of ${row.id} but found none`);
}

export async function requestOf(parts: RequestParts, chain: Chain, row: ReplayRecord, step: RunStep): Promise<StepRequest> {
  const { records } = parts;
  const { run } = step;
  const entry = parts.catalogue.list().find(({ id }) => id === run.model);
  if (!entry) throw new AppError("unknown_model", `Expected the id of a model but received "${run.model}"`);
  const base = await resultOf(records, chain, row, step.base);
  const inputs: Record<string, InputValue> = { ...run.inputs };
  for (const { name, kind } of pictureFieldsOf(entry)) {
    const id = run.inputs[name];
    if (kind === "picture" && typeof id === "string") inputs[name] = await newPictureFor(records, chain, row, step.base, id);
  }
  const places = await placesOf(parts, entry, step, inputs);
  const seed = seedField(entry);
  if (seed) delete inputs[seed.name];
  if (seed && row.keepsSeeds && run.seed !== null) inputs[seed.name] = run.seed;
  return { parentEditId: base.id, model: run.model, inputs: { ...inputs, ...places.inputs }, ...places.framing };
}

/** What is no result of the chain is used again as it is. */
async function newPictureFor(records: Records, chain: Chain, row: ReplayRecord, from: number | null, id: string): Promise<string> {
  for (let at = from; at !== null; at = chain.steps[at]?.base ?? null) {
    if (chain.steps[at]?.edit.pictureId === id) return (await resultOf(records, chain, row, at)).pictureId;
  }
  return id === chain.rootPictureId ? (await resultOf(records, chain, row, null)).pictureId : id;
}

interface Places {
  readonly inputs: Readonly<Record<string, InputValue>>;
  readonly framing: { readonly box?: Box; readonly expand?: Expansion };
}

async function placesOf(
  parts: RequestParts,
  entry: ModelEntry,
  { run }: RunStep,
  inputs: Readonly<Record<string, InputValue>>,
): Promise<Places> {
  const field = maskFieldOf(entry);
  if (field === null) return { inputs: {}, framing: {} };
  const [before, after] = await Promise.all([run.inputs[field.of], inputs[field.of]].map((id) => requirePicture(parts.records, id)));
  if (!before || !after) return { inputs: {}, framing: {} };
  const mask = run.inputs[field.name];
  const moved = typeof mask === "string" ? { [field.name]: await moveMask(parts, mask, before, after) } : {};
  if (run.frame === null) return { inputs: moved, framing: {} };
  const { expand, box } = run.frame;
  const grown = isExpanding(expand) ? { expand: scaleExpansion(expand, before, after) } : {};
  // On a picture of another size the box follows from what is painted, by the rule; a drawn one might not hold it.
  return { inputs: moved, framing: isOneSize(before, after) ? { ...grown, box } : grown };
}

/** A mask lies on its picture by place, whatever the size; on one of another shape it is stretched. */
export async function moveMask(
  { records, blobs, darkroom, clock }: RequestParts,
  maskId: string,
  before: PictureRecord,
  after: PictureRecord,
): Promise<string> {
  if (isOneSize(before, after)) return maskId;
  const out = await blobs.scratchPath("png");
  try {
    const fitted = await blobs.withFile(pictureKey(sha256Of(maskId)), (path) =>
      darkroom.fit({ path, out, size: [after.width, after.height], encode: { mode: "lossless" }, as: "mask" }),
    );
    return (await records.pictures.put(await keepFile({ blobs, clock }, out, { ...fitted, hasAlpha: false }))).id;
  } finally {
    await blobs.drop(out);
  }
}

function scaleExpansion({ left, top, right, bottom }: Expansion, before: PictureRecord, after: PictureRecord): Expansion {
  const [across, down] = [after.width / before.width, after.height / before.height];
  const scaled = { left: left * across, top: top * down, right: right * across, bottom: bottom * down };
  const whole = Object.fromEntries(Object.entries(scaled).map(([side, pixels]) => [side, Math.round(pixels)]));
  return { left, top, right, bottom, ...whole };
}

async function requirePicture(records: Records, id: InputValue | undefined): Promise<PictureRecord | null> {
  return typeof id === "string" ? records.pictures.get(id) : null;
}

function isOneSize(one: PictureRecord, other: PictureRecord): boolean {
  return one.width === other.width && one.height === other.height;
}
