/** Errors as Replicate's clients read them: application/problem+json with detail, status and, for inputs, the fields. */
import type { AppError, FieldFault } from "#lib/errors.ts";

const types: Partial<Record<FieldFault["rule"], string>> = {
  unknown: "additional_property_not_allowed",
  type: "invalid_type",
  multiple_of: "number_multiple_of",
  conflict: "invalid",
};

/** Faults of the outer body carry no field, or one that is no input. */
const outerFields = new Set(["", "webhook", "version", "input"]);

export function problemResponse(error: AppError, requestId: string): Response {
  const { status, faults, message } = error;
  const invalid = faults.map(({ field, rule, message: description }) => ({
    type: types[rule] ?? rule,
    field: outerFields.has(field) ? field : `input.${field}`,
    description,
  }));
  const body = {
    ...(status === 422 && invalid.length > 0 ? { title: "Input validation failed" } : {}),
    detail:
      status === 422 && invalid.length > 0 ? invalid.map((one) => `- ${one.field || "body"}: ${one.description}\n`).join("") : message,
    status,
    ...(invalid.length > 0 ? { invalid_fields: invalid } : {}),
    ...(status === 500 ? { request_id: requestId } : {}),
  };
  const headers = new Headers({ "content-type": "application/problem+json" });
  if (error.retryAfterMs !== undefined) headers.set("retry-after", String(Math.ceil(error.retryAfterMs / 1000)));
  return new Response(JSON.stringify(body), { status, headers });
}
