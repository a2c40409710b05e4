/** As strict as the published schemas, and stricter where a real service fails silently: sizes, types and orientation of pictures. */
import { AppError, type FieldFault } from "#lib/errors.ts";
import { checkInputs } from "#lib/models/check-inputs.ts";
import type { Field, ModelEntry } from "#lib/models/model.ts";
import { type HeaderFacts, readHeaderFacts } from "./picture-facts.ts";

const longestDataUri = 1_000_000;
const fillMaxSide = 1440;
const fillMultiple = 32;

/** refused: without saying why; unknown: as any other thing beside the input. */
export type WebhookStance = "taken" | "refused" | "unknown";

const events = ["start", "output", "logs", "completed"];

export function checkRequest(entry: ModelEntry, body: unknown, webhooks: WebhookStance): readonly FieldFault[] {
  if (typeof body !== "object" || body === null || !("input" in body)) return [fault("input", "required", "input is required")];
  const known = webhooks === "taken" ? ["input", "webhook", "webhook_events_filter"] : ["input"];
  const extra = Object.keys(body).filter((name) => !known.includes(name));
  const faults = extra.map((name) => fault(name, "unknown", `Additional property ${name} is not allowed`));
  const { input, webhook, webhook_events_filter: filter = [] } = Object(body);
  if (webhook !== undefined && !/^https?:\/\//.test(webhook)) faults.push(fault("webhook", "format", "webhook must be an address"));
  if (!Array.isArray(filter) || filter.some((event) => !events.includes(event)))
    faults.push(fault("webhook_events_filter", "enum", `webhook_events_filter must be a list of ${events.join(", ")}`));
  try {
    checkInputs(entry, input, { unknownFields: "refuse", pictures: "addresses" });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    faults.push(...error.faults);
  }
  return [...faults, ...checkPictures(entry, new Map(Object.entries(Object(input))))];
}

function checkPictures(entry: ModelEntry, input: ReadonlyMap<string, unknown>): readonly FieldFault[] {
  const faults: FieldFault[] = [];
  const facts = new Map<string, HeaderFacts>();
  const pictureFields = entry.fields.filter((field) => field.kind === "picture" || field.kind === "mask");
  for (const [name, value] of input) {
    if (value === null) faults.push(fault(name, "type", `${name} must be left out instead of null`));
  }
  for (const field of pictureFields) {
    const value = input.get(field.name);
    if (typeof value !== "string" || value.startsWith("https://")) continue;
    const found = readDataUri(field, value);
    if ("rule" in found) faults.push(found);
    else facts.set(field.name, found);
  }
  for (const field of pictureFields) {
    const own = facts.get(field.name);
    if (!own) continue;
    if (field.kind === "mask") faults.push(...checkMask(field.name, own, facts.get(field.of)));
    else if (entry.task === "fill") faults.push(...checkFillSize(field.name, own));
  }
  return faults;
}

function readDataUri(field: Field, value: string): HeaderFacts | FieldFault {
  const { name } = field;
  if (value.length > longestDataUri) return fault(name, "format", `${name} must be at most ${longestDataUri} characters`);
  const head = /^data:([\w/+.-]+);base64,/.exec(value);
  if (!head) return fault(name, "format", `${name} must be a data URI or an https address`);
  const facts = readHeaderFacts(Buffer.from(value.slice(head[0].length), "base64"));
  if (!facts) return fault(name, "format", `${name} must be a picture`);
  if (facts.mime !== head[1]) return fault(name, "format", `${name} is ${facts.mime} but its data URI says ${head[1]}`);
  if (facts.orientation !== 1) return fault(name, "format", `${name} must be upright but its orientation is ${facts.orientation}`);
  if (facts.hasAlpha) return fault(name, "format", `${name} must be without transparency`);
  return facts;
}

function checkMask(name: string, mask: HeaderFacts, picture: HeaderFacts | undefined): readonly FieldFault[] {
  const faults: FieldFault[] = [];
  if (!mask.png?.isGreyOrRgb || mask.png.bitDepth !== 8) faults.push(fault(name, "format", `${name} must be an 8-bit grey or RGB PNG`));
  if (picture && (picture.width !== mask.width || picture.height !== mask.height)) {
    faults.push(fault(name, "conflict", `${name} must have the size of its picture, ${picture.width}x${picture.height}`));
  }
  return faults;
}

function checkFillSize(name: string, { width, height }: HeaderFacts): readonly FieldFault[] {
  const isExact = [width, height].every((side) => side % fillMultiple === 0 && side <= fillMaxSide);
  return isExact ? [] : [fault(name, "format", `${name} must have sides of multiples of ${fillMultiple} up to ${fillMaxSide}`)];
}

function fault(field: string, rule: FieldFault["rule"], message: string): FieldFault {
  return { field, rule, message };
}
