/** Errors as Replicate's clients read them: application/problem+json with detail, status and, for inputs, the fields. */
import type { AppError, FieldFault } from "#lib/errors.ts";

/** The words of the validator behind Replicate's own API; a rule that is not here is called as we call it. */
const types: Partial<Record<FieldFault["rule"], string>> = {
  unknown: "additional_property_not_allowed",
  type: "invalid_type",
};

export function problemResponse(error: AppError, requestId: string): Response {
  const headers = new Headers({ "content-type": "application/problem+json" });
  if (error.retryAfterMs !== undefined) headers.set("retry-after", String(Math.max(1, Math.ceil(error.retryAfterMs / 1000))));
  return new Response(JSON.stringify({ ...explain(error, requestId), status: error.status }), { status: error.status, headers });
}

function explain({ code, status, faults, message, retryAfterMs }: AppError, requestId: string): Readonly<Record<string, unknown>> {
  const [first] = faults;
  if (status === 500) return { detail: message, request_id: requestId };
  // As a gateway says it whose owner has set a limit.
  if (code === "over_cap") return { title: "Spend limit reached", detail: message };
  if (status === 429 && retryAfterMs !== undefined) {
    const seconds = Math.ceil(retryAfterMs / 1000);
    return { detail: `Request was throttled. Your rate limit resets in ~${seconds}s.`, retry_after: seconds };
  }
  if (!first || status !== 422) return { detail: message };
  if (first.field === "version") return { title: "Invalid version or not permitted", detail: message };
  return {
    title: "Input validation failed",
    detail: faults.map(({ field, message }) => `- ${field || "body"}: ${message}\n`).join(""),
    invalid_fields: faults.map(({ rule, field, message: description }) => ({ type: types[rule] ?? rule, field, description })),
  };
}
