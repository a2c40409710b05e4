/**
 * Answers overtake one another: a project that was read before a change may arrive after it. Edits are only ever added
 * and a prediction's version only grows, so what is newer can always be told.
 */
import type { Prediction, Project } from "#lib/wire.ts";

/** What the server said just now, without losing what is known already. */
export function mergeProject(known: Project, told: Project): Project {
  const toldEdits = new Set(told.edits.map(({ id }) => id));
  const edits = [...told.edits, ...known.edits.filter(({ id }) => !toldEdits.has(id))];
  return known.predictions.reduce(withPrediction, { ...told, edits });
}

/** The prediction replaces what is known of it, unless something newer is known already. */
export function withPrediction(project: Project, prediction: Prediction): Project {
  const known = project.predictions.find(({ id }) => id === prediction.id);
  if (!known) return { ...project, predictions: [...project.predictions, prediction] };
  if (known.version >= prediction.version) return project;
  return { ...project, predictions: project.predictions.map((one) => (one.id === prediction.id ? prediction : one)) };
}
