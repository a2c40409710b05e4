/** The strip's cards in the order in which they came to be: edits, and the runs that have not become edits. */
import { shownNodes } from "#lib/history/shown-nodes.ts";
import { type Edit, isTerminal, type Prediction, type Project } from "#lib/wire.ts";

export interface SendingRun {
  readonly id: string;
  readonly modelTitle: string;
}

export type HistoryItem =
  | { readonly kind: "edit"; readonly edit: Edit; readonly followsPrevious: boolean }
  | { readonly kind: "run"; readonly prediction: Prediction };

export function historyItems(project: Pick<Project, "edits" | "predictions">, dismissed: readonly string[]): readonly HistoryItem[] {
  const known = new Set(project.edits.map(({ id }) => id));
  const runs = project.predictions.filter(
    ({ id, status, outputEditIds }) =>
      !dismissed.includes(id) && !(status === "stored" && outputEditIds.length > 0 && outputEditIds.every((edit) => known.has(edit))),
  );
  const places = new Map(project.predictions.flatMap(({ outputEditIds }) => outputEditIds.map((id, at) => [id, at] as const)));
  const rows = [
    ...shownNodes(project.edits, ({ deletedAt }) => !deletedAt).map((edit) => ({
      at: edit.createdAt,
      id: edit.id,
      edit,
      prediction: null,
    })),
    ...runs.map((prediction) => ({ at: prediction.createdAt, id: prediction.id, edit: null, prediction })),
  ].sort(
    (left, right) => compare(left.at, right.at) || (places.get(left.id) ?? 0) - (places.get(right.id) ?? 0) || compare(left.id, right.id),
  );
  let previousId: string | null = null;
  return rows.map(({ edit, prediction }): HistoryItem => {
    if (prediction) return { kind: "run", prediction };
    const followsPrevious = previousId !== null && edit.parentId === previousId;
    previousId = edit.id;
    return { kind: "edit", edit, followsPrevious };
  });
}

/** Unfinished runs of this project that were begun before this one, while it has not begun itself. */
export function countAhead(predictions: readonly Prediction[], { id, status, createdAt }: Prediction): number {
  if (status !== "intent" && status !== "submitting" && status !== "accepted") return 0;
  return predictions.filter((one) => !isTerminal(one.status) && one.id !== id && one.createdAt < createdAt).length;
}

function compare(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}
