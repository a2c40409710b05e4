import type { FieldFault } from "#lib/errors.ts";
import type { Inputs, ModelEntry } from "#lib/models/model.ts";

/** Two pictures that are one and the same make nothing new: it is said before anything is paid. */
export function twinFaults({ fields }: Pick<ModelEntry, "fields">, values: Inputs): readonly FieldFault[] {
  const needed = fields.filter((field) => field.kind === "picture" && field.required);
  return needed
    .filter(({ name }, at) => values[name] !== undefined && needed.slice(0, at).some((earlier) => values[earlier.name] === values[name]))
    .map(({ name }) => ({ field: name, rule: "same_picture", message: "" }));
}
