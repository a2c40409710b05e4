/**
 * Answers overtake one another: a project that was read before a change may arrive after it. Edits are only ever added
 * and a prediction's version only grows, so what is newer can always be told.
 */
import type { Edit, Prediction, Project } from "#lib/wire.ts";

/** What the server said just now, without losing what is known already. */
export function mergeProject(known: Project, told: Project): Project {
  const toldEdits = new Set(told.edits.map(({ id }) => id));
  const edits = [...told.edits, ...known.edits.filter(({ id }) => !toldEdits.has(id))];
  return known.predictions.reduce(withPrediction, { ...told, edits });
}

/** A run's news, with the edits that came of it; the first one becomes current where none is, as it does on the server. */
export function withNews(project: Project, prediction: Prediction, made: readonly Edit[]): Project {
  const unknown = made.filter(({ id }) => project.edits.every((edit) => edit.id !== id));
  const currentEditId = project.currentEditId ?? made[0]?.id ?? null;
  return withPrediction({ ...project, edits: [...project.edits, ...unknown], currentEditId }, prediction);
}

/** The prediction replaces what is known of it, unless something newer is known already. */
export function withPrediction(project: Project, prediction: Prediction): Project {
  const known = project.predictions.find(({ id }) => id === prediction.id);
  if (!known) return { ...project, predictions: [...project.predictions, prediction] };
  if (known.version >= prediction.version) return project;
  return { ...project, predictions: project.predictions.map((one) => (one.id === prediction.id ? prediction : one)) };
}
