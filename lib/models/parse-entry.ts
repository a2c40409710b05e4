/** A model its owner wrote as JSON, checked completely before it may join the catalogue. */
import { z } from "zod";
import { listContradictions } from "./contradictions.ts";
import type { ModelEntry } from "./model.ts";

const words = z.string().trim().min(1, "expected some words");
const text = z.strictObject({ en: words, "zh-CN": words });
const name = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,63}$/, "expected a field name such as input_image")
  .refine((given) => !(given in {}), "expected a name that objects do not have by themselves");
const side = z.int().min(16, "expected at least 16 pixels").max(8192, "expected at most 8192 pixels");
const size = z.tuple([side, side]);
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
const { seed: _, ...rangeWithoutSeed } = range;
const mime = z.enum(["image/jpeg", "image/png", "image/webp", "image/gif"]);

const kinds = ["text", "integer", "number", "choice", "toggle", "picture", "mask"] as const;
const field = z.discriminatedUnion(
  "kind",
  [
    z.strictObject({ kind: z.literal("text"), ...base, long: z.literal(true).optional() }),
    z.strictObject({ kind: z.literal("integer"), ...base, ...range }),
    z.strictObject({ kind: z.literal("number"), ...base, ...rangeWithoutSeed }),
    z.strictObject({
      kind: z.literal("choice"),
      ...base,
      options: z.array(z.string().min(1)).min(1),
      default: z.string(),
      proposed: z.string().optional(),
    }),
    z.strictObject({ kind: z.literal("toggle"), ...base, default: z.boolean() }),
    z.strictObject({ kind: z.literal("picture"), ...base, accept: z.array(mime).min(1), setsShape: z.literal(true).optional() }),
    z.strictObject({ kind: z.literal("mask"), ...base, of: name }),
  ],
  `expected a field with one of the kinds ${kinds.join(", ")}`,
);

const entry = z.strictObject({
  id: z.string().regex(/^[a-z0-9][\w.-]*\/[a-z0-9][\w.-]*$/i, "expected owner/name"),
  title: words,
  task: z.enum(["edit", "fill", "combine", "generate"]),
  purpose: text,
  fields: z.array(field).min(1),
  output: z.strictObject({ shape: z.enum(["one", "list"]), max: z.int().min(1).max(16) }),
  workingSize: z.discriminatedUnion(
    "rule",
    [
      z.strictObject({
        rule: z.literal("fit"),
        maxSide: side,
        maxPixels: z.int().min(4096, "expected at least 4096 pixels").optional(),
        multipleOf: z.int().positive().max(256),
      }),
      z.strictObject({ rule: z.literal("preferred"), sizes: z.array(size).min(1) }),
    ],
    "expected an object with the rule fit or preferred",
  ),
  sizesByRatio: z.record(z.string(), size).optional(),
  priceUsd: z.number().nonnegative().nullable(),
  usualSeconds: z.tuple([z.number().positive(), z.number().positive()]),
});

/** Answers the entry, or every fault as "path: what was expected". */
export function parseModelEntry(json: unknown): { readonly entry: ModelEntry } | { readonly faults: readonly string[] } {
  const result = entry.safeParse(json);
  if (!result.success) return { faults: result.error.issues.map(({ path, message }) => `${path.join(".") || "the file"}: ${message}`) };
  const parsed = dropUndefined(result.data) as ModelEntry;
  const faults = listContradictions(parsed);
  return faults.length > 0 ? { faults } : { entry: parsed };
}

/** Optional keys are absent in an entry, never undefined. */
function dropUndefined(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
