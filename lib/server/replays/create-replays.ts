/** Steps applied again, as routes use them: plan, begin, look, cancel, resume. advance-replay.ts is what happens behind. */
import { createHash } from "node:crypto";
import { AppError, type FieldFault, invalidInput } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import { mostReplayed, type Replay, type StartReplay } from "#lib/replay-wire.ts";
import type { Provider } from "#lib/server/providers/provider.ts";
import type { NewReplay, ReplayPatch, ReplayRecord, ReplayStepRecord } from "#lib/server/storage/records.ts";
import { type AdvanceParts, ensureRoot, withStep } from "./advance-replay.ts";
import { planReplay } from "./plan-replay.ts";
import { presentReplay } from "./present-replay.ts";
import { type Chain, readChain } from "./read-chain.ts";
import type { Replays } from "./replays.ts";

interface Parts extends AdvanceParts {
  readonly provider: Pick<Provider, "asksAreFree">;
  /** Tells the watcher that something is due. */
  readonly wake: () => void;
}

const shownOfProject = 30;

export function createReplays(parts: Parts): Replays {
  const { records, clock, wake } = parts;
  const present = (row: ReplayRecord) => presentReplay(records, row);

  async function required(id: string): Promise<ReplayRecord> {
    const row = await records.replays.get(id);
    if (row) return row;
    throw new AppError("not_found", `Expected the id of applied steps but received "${id.slice(0, 80)}"`);
  }

  async function requireProject(id: string): Promise<void> {
    if (await records.projects.get(id)) return;
    throw new AppError("not_found", `Expected the id of a project but received "${id.slice(0, 80)}"`);
  }

  async function checkPictures(pictures: StartReplay["pictures"]): Promise<void> {
    const message = `Expected 1 to ${mostReplayed} pictures for pictures but received ${pictures.length}`;
    if (pictures.length < 1 || pictures.length > mostReplayed) throw refuse("pictures", "conflict", message);
    const stored = await records.pictures.getMany(pictures.map(({ pictureId }) => pictureId));
    const missing = pictures.findIndex(({ pictureId }) => !stored.some(({ id }) => id === pictureId));
    const field = `pictures.${missing}.pictureId`;
    if (missing >= 0) throw refuse(field, "format", `Expected the id of a stored picture for ${field}`);
  }

  /** Compare and set until it holds; `patch` says null where there is nothing to change any more. */
  async function change(id: string, patch: (row: ReplayRecord) => Promise<ReplayPatch | null>): Promise<Replay> {
    for (;;) {
      const row = await required(id);
      const wanted = await patch(row);
      const changed = wanted ? await records.replays.change(id, row.version, { ...wanted, nextAtMs: clock.now() }) : row;
      if (!changed) continue;
      wake();
      return present(changed);
    }
  }

  return {
    plan: async (editId) => planReplay(parts, await readChain(records, editId)),

    async start(editId, { idempotencyKey, personId, ...request }) {
      const chain = await readChain(records, editId);
      const steps = stepsOf(parts, chain, request.off, clock.now());
      if (request.projectId !== null) await requireProject(request.projectId);
      await checkPictures(request.pictures);
      const requestHash = createHash("sha256")
        .update(JSON.stringify([editId, request]))
        .digest("hex");
      const nowMs = clock.now();
      const rows = request.pictures.map(
        ({ pictureId, name }, index): NewReplay => ({
          ...{ id: newId("rpl", nowMs), sourceEditId: editId, pictureId, name, requestHash, steps: steps() },
          ...{ rootEditId: newId("edt", nowMs), projectId: request.projectId ?? newId("prj", nowMs) },
          ...{ isNewProject: request.projectId === null, personId, keepsSeeds: request.seeds === "same" },
          idempotencyKey: idempotencyKey === null ? null : `${idempotencyKey}/${index}`,
          ...{ createdAtMs: nowMs, nextAtMs: nowMs },
        }),
      );
      const stored = await records.replays.insert(rows);
      if (stored.some((row) => row.requestHash !== requestHash)) {
        throw new AppError("idempotency_conflict", "Expected the same request for the same Idempotency-Key but received another one");
      }
      // Whoever asked wants to go there at once.
      for (const row of stored) await ensureRoot(parts, row);
      wake();
      return Promise.all(stored.map(present));
    },

    get: async (id) => present(await required(id)),

    async ofProject(projectId) {
      await requireProject(projectId);
      return Promise.all((await records.replays.ofProject(projectId, shownOfProject)).map(present));
    },

    cancel(id) {
      return change(id, async ({ status, cancelRequestedAtMs }) => {
        return status === "running" && cancelRequestedAtMs === null ? { cancelRequestedAtMs: clock.now() } : null;
      });
    },

    resume(id, { skip }) {
      return change(id, async (row) => {
        const index = row.steps.findIndex(({ isOff, resultEditId }) => !isOff && resultEditId === null);
        const step = row.steps[index];
        if ((row.status !== "failed" && row.status !== "canceled") || !step) {
          throw refuse("replayId", "conflict", `Expected steps that stopped for replayId but they are ${row.status}`);
        }
        const run = step.predictionId === null ? null : await records.predictions.get(step.predictionId);
        const again = run?.status === "stored" ? {} : { attempt: step.attempt + 1, predictionId: null };
        const chain = await readChain(records, row.sourceEditId);
        const steps = skip ? withoutStep(chain, row.steps, index) : withStep(row.steps, index, again);
        return { status: "running", error: null, cancelRequestedAtMs: null, steps };
      });
    },
  };
}

/** Each row gets ids of its own. */
function stepsOf(parts: Parts, chain: Chain, off: readonly number[], nowMs: number): () => readonly ReplayStepRecord[] {
  const plan = planReplay(parts, chain);
  const left = new Set(off);
  for (const [index, { needs, problem }] of plan.steps.entries()) {
    if (needs !== null && left.has(needs)) left.add(index);
    if (problem !== null && !left.has(index))
      throw refuse("off", "conflict", `Expected the step ${index}, which cannot be repeated, among off`);
  }
  if (off.some((index) => !plan.steps[index])) throw refuse("off", "format", "Expected places of steps for off");
  if (left.size === plan.steps.length) throw refuse("off", "conflict", "Expected at least one step that is not among off");
  return () =>
    plan.steps.map(({ editId }, index) => ({
      ...{ editId, isOff: left.has(index), attempt: 0 },
      ...{ plannedEditId: newId("edt", nowMs), predictionId: null, resultEditId: null },
    }));
}

function withoutStep(chain: Chain, steps: readonly ReplayStepRecord[], index: number): readonly ReplayStepRecord[] {
  const left = new Set([index]);
  for (const [at, step] of chain.steps.entries()) if (step.does === "blend" && step.of !== null && left.has(step.of)) left.add(at);
  return steps.map((step, at) => (left.has(at) ? { ...step, isOff: true } : step));
}

function refuse(field: string, rule: FieldFault["rule"], message: string): AppError {
  return invalidInput({ field, rule, message });
}
