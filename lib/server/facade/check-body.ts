/** The outer body of a create: what it may hold besides `input`. */
import { type FieldFault, invalidInput } from "#lib/errors.ts";

export function checkBody(
  body: unknown,
  { isByVersion }: { readonly isByVersion: boolean },
): { readonly input: unknown; readonly version: string | null } {
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw invalidInput({ field: "", rule: "type", message: "Expected an object for the body" });
  }
  const known = ["input", "stream", "webhook", "webhook_events_filter", ...(isByVersion ? ["version"] : [])];
  const given = new Map(Object.entries(body));
  const faults: FieldFault[] = [...given.keys()]
    .filter((name) => !known.includes(name))
    .map((name) => ({ field: "", rule: "unknown", message: `Additional property ${name.slice(0, 80)} is not allowed` }));
  if (given.get("input") === undefined) faults.push({ field: "", rule: "required", message: "input is required" });
  if (isByVersion && typeof given.get("version") !== "string") faults.push({ field: "", rule: "required", message: "version is required" });
  if (given.get("webhook")) {
    faults.push({
      field: "webhook",
      rule: "conflict",
      message: "Expected no webhook: this server calls nobody back, ask for the prediction by its id instead",
    });
  }
  const [first, ...rest] = faults;
  if (first) throw invalidInput(first, ...rest);
  const version = given.get("version");
  return { input: given.get("input"), version: typeof version === "string" ? version : null };
}
