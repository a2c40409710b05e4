/** A model its owner wrote as JSON, checked completely before it may join the catalogue. */
import { z } from "zod";
import type { ModelEntry } from "./model.ts";

const text = z.strictObject({ en: z.string().min(1), "zh-CN": z.string().min(1) });
const name = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/, "a field name such as input_image");
const size = z.tuple([z.int().positive(), z.int().positive()]);
const base = {
  name,
  label: text,
  help: text,
  required: z.literal(true).optional(),
  hidden: z.literal(true).optional(),
  onlyWhen: z.strictObject({ field: name, equals: z.union([z.string(), z.number(), z.boolean()]) }).optional(),
};
const range = {
  min: z.number().optional(),
  max: z.number().optional(),
  default: z.number().optional(),
  multipleOf: z.number().positive().optional(),
  capWith: z.strictObject({ field: name, max: z.number() }).optional(),
  seed: z.strictObject({ zeroIsRandom: z.boolean() }).optional(),
};
const mime = z.enum(["image/jpeg", "image/png", "image/webp", "image/gif"]);

const field = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("text"), ...base, long: z.literal(true).optional() }),
  z.strictObject({ kind: z.literal("integer"), ...base, ...range }),
  z.strictObject({ kind: z.literal("number"), ...base, ...range }),
  z.strictObject({
    kind: z.literal("choice"),
    ...base,
    options: z.array(z.string()).min(1),
    default: z.string(),
    proposed: z.string().optional(),
  }),
  z.strictObject({ kind: z.literal("toggle"), ...base, default: z.boolean() }),
  z.strictObject({ kind: z.literal("picture"), ...base, accept: z.array(mime).min(1) }),
  z.strictObject({ kind: z.literal("mask"), ...base, of: name }),
]);

const entry = z.strictObject({
  id: z.string().regex(/^[a-z0-9][\w.-]*\/[a-z0-9][\w.-]*$/i, "owner/name"),
  title: z.string().min(1),
  task: z.enum(["edit", "fill", "combine", "generate"]),
  purpose: text,
  fields: z.array(field).min(1),
  output: z.strictObject({ shape: z.enum(["one", "list"]), max: z.int().min(1).max(16) }),
  workingSize: z.discriminatedUnion("rule", [
    z.strictObject({
      rule: z.literal("fit"),
      maxSide: z.int().positive(),
      maxPixels: z.int().positive().optional(),
      multipleOf: z.int().positive(),
    }),
    z.strictObject({ rule: z.literal("preferred"), sizes: z.array(size).min(1) }),
  ]),
  sizesByRatio: z.record(z.string(), size).optional(),
  priceUsd: z.number().nonnegative().nullable(),
  usualSeconds: z.tuple([z.number().positive(), z.number().positive()]),
});

/** Answers the entry, or every fault as "path: what was expected". */
export function parseModelEntry(json: unknown): { readonly entry: ModelEntry } | { readonly faults: readonly string[] } {
  const result = entry.safeParse(json);
  if (!result.success) return { faults: result.error.issues.map(({ path, message }) => `${path.join(".") || "the file"}: ${message}`) };
  const parsed = dropUndefined(result.data) as ModelEntry;
  const faults = faultsBetweenFields(parsed);
  return faults.length > 0 ? { faults } : { entry: parsed };
}

function faultsBetweenFields({ fields }: ModelEntry): string[] {
  const names = fields.map((one) => one.name);
  const faults = names
    .filter((one, index) => names.indexOf(one) !== index)
    .map((one) => `fields: expected each name once but ${one} stands twice`);
  for (const one of fields) {
    const others = [one.onlyWhen?.field, one.kind === "mask" ? one.of : undefined, "capWith" in one ? one.capWith?.field : undefined];
    for (const other of others)
      if (other !== undefined && !names.includes(other))
        faults.push(`fields.${one.name}: expected another field of this model but received ${other}`);
    if (one.kind === "choice" && ![one.default, one.proposed ?? one.default].every((value) => one.options.includes(value))) {
      faults.push(`fields.${one.name}: expected the default and the proposed value among the options`);
    }
  }
  return faults;
}

/** Optional keys are absent in an entry, never undefined. */
function dropUndefined(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
