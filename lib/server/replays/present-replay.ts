import type { Charged } from "#lib/errors.ts";
import type { Replay, ReplayedStep } from "#lib/replay-wire.ts";
import { toIso } from "#lib/server/projects/present.ts";
import { chargedOf } from "#lib/server/storage/charged-of.ts";
import type { Records, ReplayError, ReplayRecord } from "#lib/server/storage/records.ts";

export async function presentReplay(records: Records, row: ReplayRecord): Promise<Replay> {
  const source = await records.edits.get(row.sourceEditId);
  const edits = source ? await records.edits.ofProject(source.projectId) : [];
  const names = new Map(edits.map((edit) => [edit.id, edit.name]));
  const next = row.steps.findIndex(({ isOff, resultEditId }) => !isOff && resultEditId === null);
  const steps = row.steps.map(({ editId, isOff, predictionId, resultEditId }, index): ReplayedStep => {
    const isOpen = index === next && (row.status === "running" || row.status === "failed");
    const open = isOpen ? (row.status === "running" ? "running" : "failed") : "waiting";
    const state = isOff ? "off" : resultEditId !== null ? "done" : open;
    return { name: names.get(editId) ?? "", state, predictionId, resultEditId };
  });
  const stoppedId = row.steps[next]?.predictionId ?? null;
  const stopped = row.error && stoppedId !== null ? await records.predictions.get(stoppedId) : null;
  const { id, sourceEditId, projectId, rootEditId, name, status, version } = row;
  return {
    ...{ id, sourceEditId, projectId, rootEditId, name, status, steps, version },
    cancelRequested: row.cancelRequestedAtMs !== null && status === "running",
    error: row.error && presentError(row.error, stopped ? chargedOf(stopped) : "no"),
    createdAt: toIso(row.createdAtMs),
  };
}

function presentError({ code, message, cap }: ReplayError, charged: Charged): Replay["error"] {
  return { code, message, charged, ...(cap ? { cap } : {}) };
}
