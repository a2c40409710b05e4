/** Records to test with: complete, and each different from the last. */
import { newId } from "#lib/ids.ts";
import type { Fidelity, Frame } from "#lib/wire.ts";
import type {
  EditRecord,
  NewPrediction,
  NewReplay,
  PictureRecord,
  PredictionRecord,
  ProjectRecord,
  Records,
  Reservation,
  StoredEdit,
} from "../records.ts";

export const startMs = Date.UTC(2026, 0, 1);
let count = 0;

export function sampleProject(fields: Partial<ProjectRecord> = {}): ProjectRecord {
  count += 1;
  const whose = { madeBy: null, isPrivate: false };
  return {
    id: newId("prj"),
    name: `Project ${count}`,
    currentEditId: null,
    createdAtMs: startMs,
    updatedAtMs: startMs,
    ...whose,
    ...fields,
  };
}

export function samplePicture(fields: Partial<PictureRecord> = {}): PictureRecord {
  count += 1;
  const sha256 = count.toString(16).padStart(64, "a");
  return {
    id: `pic_${sha256}`,
    sha256,
    format: "png",
    bytes: 6_000_000_000 + count,
    width: 640,
    height: 480,
    hasAlpha: count % 2 === 0,
    notes: ["orientation", "16-bit"],
    sourceSha256: null,
    createdAtMs: startMs,
    ...fields,
  };
}

export function sampleEdit(fields: Pick<EditRecord, "projectId" | "pictureId"> & Partial<EditRecord>): EditRecord {
  return {
    id: newId("edt"),
    parentId: null,
    kind: "upload",
    name: "Upload",
    predictionId: null,
    fidelity: null,
    createdAtMs: startMs,
    ...fields,
  };
}

export function sampleFidelity(fields: Partial<Fidelity> = {}): Fidelity {
  return {
    method: "paste",
    pixels: 24_103_911,
    changed: 81_920,
    outside: { pixels: 24_000_000, changed: 0 },
    reason: null,
    alphaId: null,
    resultId: null,
    scale: 0.84,
    ...fields,
  };
}

export function sampleFrame(): Frame {
  const expand = { left: 0, top: 12, right: 345, bottom: 0 };
  return { method: "paste", expand, box: { x: 20, y: 0, width: 1000, height: 768 }, content: [1000, 768], working: [1024, 768] };
}

export function samplePrediction(fields: Pick<NewPrediction, "projectId"> & Partial<NewPrediction>): NewPrediction {
  return {
    id: newId("prd"),
    parentEditId: null,
    model: "acme/paint-2",
    provider: "replicate",
    via: "studio",
    inputs: { prompt: "a “red” chair\n\u0000 \ud83e\ude91", steps: 28, guidance: 2.5, raw: false },
    frame: null,
    seed: 4_294_967_295,
    idempotencyKey: null,
    requestHash: "0".repeat(64),
    priceUsd: 0.04,
    createdAtMs: startMs,
    deadlineAtMs: startMs + 600_000,
    nextAtMs: startMs,
    ...fields,
  };
}

export async function addProject(records: Records, fields: Partial<ProjectRecord> = {}): Promise<ProjectRecord> {
  const project = sampleProject(fields);
  await records.projects.create(project);
  return project;
}

export async function addEdit(records: Records, projectId: string, fields: Partial<EditRecord> = {}): Promise<StoredEdit> {
  const picture = await records.pictures.put(samplePicture());
  const edit = sampleEdit({ projectId, pictureId: picture.id, ...fields });
  await records.edits.add(edit);
  return { ...edit, starred: false, deletedAtMs: null };
}

export async function addPrediction(records: Records, fields: Partial<NewPrediction> = {}): Promise<PredictionRecord> {
  const projectId = fields.projectId ?? (await addProject(records)).id;
  return (await records.predictions.insert(samplePrediction({ ...fields, projectId }), free)).prediction;
}

/** What costs nothing. */
export const free: Reservation = { personId: null, amountMicros: 0, pictures: 1 };

export function sampleReplay(edit: Pick<EditRecord, "id" | "pictureId">, fields: Partial<NewReplay> = {}): NewReplay {
  const step = { editId: edit.id, isOff: false, attempt: 0, plannedEditId: newId("edt"), predictionId: null, resultEditId: null };
  return {
    ...{ id: newId("rpl"), sourceEditId: edit.id, pictureId: edit.pictureId, rootEditId: newId("edt"), projectId: newId("prj") },
    ...{
      name: "Boats “at” sea \ud83e\ude91",
      isNewProject: true,
      personId: null,
      keepsSeeds: false,
      steps: [step, { ...step, isOff: true }],
    },
    ...{ idempotencyKey: null, requestHash: "0".repeat(64), createdAtMs: startMs, nextAtMs: startMs },
    ...fields,
  };
}
