/**
 * What is said in a failed answer, whichever of the many shapes it has: problem+json with `detail`, a list of
 * `{loc, msg, type}`, `invalid_fields`, a gateway's `{error: {message}}` or `{code, msg}`, plain text, or a page of HTML.
 */
import type { FieldFault } from "#lib/errors.ts";
import { cleanText } from "./clean-text.ts";

export interface Complaint {
  /** The answer as JSON, or null where it is none. */
  readonly body: unknown;
  /** Its best sentence, fit to be shown; may be empty. */
  readonly sentence: string;
  /** Everything it says, for recognising what is meant. */
  readonly words: string;
  readonly faults: readonly FieldFault[];
}

export function readComplaint(raw: string, secrets: readonly string[]): Complaint {
  const body = parseJson(raw);
  if (!isObject(body)) {
    const sentence = cleanText(typeof body === "string" ? body : raw, secrets);
    return { body, sentence, words: sentence, faults: [] };
  }
  const detail = isObject(body.error) ? { ...body, ...body.error } : body;
  const faults = faultsOf(detail, secrets);
  const listed = faults.map((fault) => fault.message).join("; ");
  const said = [text(detail.detail), text(detail.message), text(body.error), text(detail.msg), text(detail.error_msg)];
  const also = [
    text(detail.err),
    text(detail.status_message),
    text(detail.title),
    text(detail.code),
    text(detail.type),
    text(detail.param),
  ];
  const sentence = cleanText(said.concat(listed, also).find((part) => part !== "") ?? "", secrets);
  return { body, sentence, words: [...said, ...also, listed].join(" ").slice(0, 5000), faults };
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function parseJson(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return null;
  }
}

const rules: Readonly<Record<string, FieldFault["rule"]>> = {
  required: "required",
  missing: "required",
  enum: "enum",
  literal_error: "enum",
  number_lte: "number_lte",
  less_than_equal: "number_lte",
  number_gte: "number_gte",
  greater_than_equal: "number_gte",
  multiple_of: "multiple_of",
  additional_property_not_allowed: "unknown",
  extra_forbidden: "unknown",
  invalid_type: "type",
};

function faultsOf(body: Record<string, unknown>, secrets: readonly string[]): readonly FieldFault[] {
  const entries = [...list(body.invalid_fields), ...list(body.detail), ...list(body.errors)].filter(isObject);
  const faults = entries.slice(0, 50).map((entry): FieldFault => {
    const message = cleanText(text(entry.description) || text(entry.msg) || text(entry.message), secrets);
    const path = Array.isArray(entry.loc) ? entry.loc.filter((part) => part !== "body").join(".") : text(entry.field);
    return { field: fieldOf(path, message), rule: rules[text(entry.type)] ?? "format", message };
  });
  return faults.length > 0 ? faults : fromLines(text(body.detail), secrets);
}

/** `- input.output_format: output_format must be one of …`, a line for each field. */
function fromLines(detail: string, secrets: readonly string[]): readonly FieldFault[] {
  return detail.split("\n").flatMap((line): FieldFault[] => {
    const found = /^\s*-\s*(input[\w.]*):\s*(.+)$/.exec(line);
    if (!found) return [];
    const message = cleanText(found[2] ?? "", secrets);
    const rule = /is required/.test(message) ? "required" : /must be one of/.test(message) ? "enum" : "format";
    return [{ field: fieldOf(found[1] ?? "", message), rule, message }];
  });
}

/** A missing field is complained about at its parent: then its name is in the sentence. */
function fieldOf(path: string, message: string): string {
  const name = path === "input" ? "" : path.replace(/^input\./, "");
  return (name || /["'`]?([A-Za-z]\w*)["'`]? is required/.exec(message)?.[1]) ?? "";
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string {
  if (typeof value === "string") return value.trim();
  return typeof value === "number" ? String(value) : "";
}
