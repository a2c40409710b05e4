/** Our faults of inputs, named and worded as the API's clients know them. */
import { AppError, type FaultRule, type FieldFault, isAppError } from "#lib/errors.ts";
import type { ModelEntry } from "#lib/models/model.ts";

export function asApiError(error: unknown, entry: ModelEntry): unknown {
  if (!isAppError(error) || error.faults.length === 0) return error;
  const faults = error.faults.map((fault) => rename(fault, entry));
  return new AppError(error.code, error.message, {
    cause: error,
    faults,
    ...(error.retryAfterMs === undefined ? {} : { retryAfterMs: error.retryAfterMs }),
  });
}

/** Rules the API's clients have no word for. */
const apiRules: Partial<Record<FaultRule, FaultRule>> = { mask_shape: "conflict", mask_black: "conflict", mask_white: "conflict" };

function rename({ field: name, rule: ownRule, message }: FieldFault, entry: ModelEntry): FieldFault {
  const rule = apiRules[ownRule] ?? ownRule;
  const known = entry.fields.find((field) => field.name === name);
  if (!known) return { field: name, rule, message };
  // What is missing is missing from the whole.
  if (rule === "required") return { field: "input", rule, message: `${name} is required` };
  if (rule === "enum" && known.kind === "choice") {
    const options = known.options.map((option) => JSON.stringify(option)).join(", ");
    return { field: `input.${name}`, rule, message: `${name} must be one of the following: ${options}` };
  }
  return { field: `input.${name}`, rule, message };
}
