/** Everything that is checked before a prediction exists: after this its intent is on disk, and only then may money be spent. */
import { createHash } from "node:crypto";
import { AppError, type FieldFault, invalidInput } from "#lib/errors.ts";
import { newId, sha256Of } from "#lib/ids.ts";
import type { Catalogue } from "#lib/models/catalogue.ts";
import { checkInputs, pictureFieldsOf } from "#lib/models/check-inputs.ts";
import { isExpanding, noExpansion } from "#lib/models/choose-frame.ts";
import { maskFault } from "#lib/models/mask-fault.ts";
import type { Inputs, ModelEntry } from "#lib/models/model.ts";
import { estimatePriceUsd, pictureCount } from "#lib/models/price.ts";
import { seedField } from "#lib/models/request-input.ts";
import type { Clock } from "#lib/server/clock.ts";
import type { Darkroom, MaskFacts } from "#lib/server/darkroom/darkroom.ts";
import type { Provider } from "#lib/server/providers/provider.ts";
import { type Blobs, pictureKey } from "#lib/server/storage/blobs.ts";
import { toMicros } from "#lib/server/storage/micros.ts";
import type { PictureRecord, PredictionRecord, Records } from "#lib/server/storage/records.ts";
import { chooseRunFrame, type GivenPictures, withFrameDefaults, withOptionalMask } from "./choose-run-frame.ts";
import { asOwnLines } from "./logs.ts";
import type { StartRequest } from "./predictions.ts";

export interface StartParts {
  readonly catalogue: Catalogue;
  readonly records: Records;
  readonly blobs: Blobs;
  readonly darkroom: Darkroom;
  readonly provider: Provider;
  readonly clock: Clock;
  readonly deadlineMs: number;
}

export async function startPrediction(
  parts: StartParts,
  request: StartRequest,
): Promise<{ created: boolean; prediction: PredictionRecord }> {
  const { records, clock, provider } = parts;
  const entry = parts.catalogue.get(request.model);
  const checked = checkInputs(withOptionalMask(entry, request), request.inputs, { unknownFields: "refuse", pictures: "ids" });
  await requireProject(records, request);
  const frame = chooseRunFrame(entry, request, await requirePictures(parts, entry, request, checked.inputs));
  const inputs = frame ? withFrameDefaults(entry, checked.inputs) : checked.inputs;

  const nowMs = clock.now();
  const field = seedField(entry);
  const priceUsd = provider.asksAreFree ? 0 : estimatePriceUsd(entry, inputs);
  const wanted = {
    id: newId("prd", nowMs),
    projectId: request.projectId,
    parentEditId: request.parentEditId,
    model: entry.id,
    provider: provider.name,
    via: request.via,
    inputs,
    frame,
    seed: field ? (givenSeed(inputs[field.name], field.seed.zeroIsRandom) ?? drawSeed()) : null,
    idempotencyKey: request.idempotencyKey,
    requestHash: hashRequest(request, inputs),
    priceUsd,
    createdAtMs: nowMs,
    deadlineAtMs: nowMs + parts.deadlineMs,
    nextAtMs: nowMs,
    logs: asOwnLines(request.notes ?? []),
  };
  const amountMicros = priceUsd === null ? null : toMicros(priceUsd);
  const reservation = { personId: request.personId, amountMicros, pictures: pictureCount(entry, inputs) };
  const answer = await records.predictions.insert(wanted, reservation);
  if (!answer.created && answer.prediction.requestHash !== hashRequest(request, inputs)) {
    throw new AppError("idempotency_conflict", "Expected the same request for the same Idempotency-Key but received another one");
  }
  return answer;
}

async function requireProject(records: Records, { projectId, parentEditId }: StartRequest): Promise<void> {
  if (!(await records.projects.get(projectId)))
    throw new AppError("not_found", `Expected the id of a project but received "${projectId.slice(0, 80)}"`);
  if (parentEditId === null) return;
  const edit = await records.edits.get(parentEditId);
  if (edit?.projectId === projectId) return;
  throw invalidInput({ field: "parentEditId", rule: "format", message: "Expected the id of an edit of this project for parentEditId" });
}

async function requirePictures(
  { records, blobs, darkroom }: StartParts,
  entry: ModelEntry,
  { expand = noExpansion }: StartRequest,
  inputs: Inputs,
): Promise<GivenPictures> {
  const faults: FieldFault[] = [];
  const found = new Map<string, PictureRecord>();
  const masks = new Map<string, MaskFacts>();
  const fields = pictureFieldsOf(entry);
  for (const { name } of fields) {
    const id = inputs[name];
    if (id === undefined) continue;
    const record = await records.pictures.get(String(id));
    if (record) found.set(name, record);
    else faults.push({ field: name, rule: "format", message: `Expected the id of a stored picture for ${name}` });
  }
  for (const field of fields) {
    const mask = found.get(field.name);
    const picture = field.kind === "mask" ? found.get(field.of) : undefined;
    if (!mask || !picture) continue;
    const facts = await blobs.withFile(pictureKey(sha256Of(mask.id)), (path) => darkroom.maskFacts(path));
    masks.set(field.name, facts);
    const fault = maskFault(field.name, facts, picture, { mayBeBlack: isExpanding(expand) });
    if (fault) faults.push(fault);
  }
  const [first, ...rest] = faults;
  if (first) throw invalidInput(first, ...rest);
  return { pictures: found, masks };
}

function givenSeed(value: unknown, zeroIsRandom: boolean): number | null {
  if (typeof value !== "number") return null;
  return value === 0 && zeroIsRandom ? null : value;
}

/**
 * We draw the seed ourselves where none was given: the run can be repeated even if the gateway keeps quiet about it,
 * and a run whose answer was lost can be told from its twins in the provider's list.
 */
function drawSeed(): number {
  const [value = 0] = crypto.getRandomValues(new Uint32Array(1));
  return (value % 0x7fff_fffe) + 1;
}

function hashRequest(request: StartRequest, inputs: Inputs): string {
  const { projectId, parentEditId, model, via, box, expand } = request;
  const framing = box === undefined && expand === undefined ? [] : [{ box, expand }];
  const sorted = Object.keys(inputs)
    .sort()
    .map((name) => [name, inputs[name]]);
  return createHash("sha256")
    .update(JSON.stringify([via, projectId, parentEditId, model, sorted, ...framing]))
    .digest("hex");
}
