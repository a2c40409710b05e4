/** The JSON bodies the studio's own API takes. */
import { z } from "zod";
import { enlargeTimes } from "#lib/models/enlarge.ts";

// Checking never makes code at run time.
z.config({ jitless: true });

const name = z.string().trim().max(200);

export const newProjectBody = z.strictObject({ name: name.optional(), pictureId: z.string().optional() });
export const projectChangeBody = z.strictObject({
  name: name.min(1).optional(),
  currentEditId: z.string().optional(),
  starred: z.boolean().optional(),
  isPrivate: z.boolean().optional(),
});
export const newEditBody = z.strictObject({
  pictureId: z.string(),
  name: name.min(1),
  parentEditId: z.string().nullish(),
  makeCurrent: z.boolean().optional(),
});
export const editChangeBody = z.strictObject({ name: name.min(1).optional(), starred: z.boolean().optional() });
export const savedPromptBody = z.strictObject({ text: z.string().trim().min(1).max(10_000) });
const box = z.strictObject({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });
const expansion = z.strictObject({ left: z.number(), top: z.number(), right: z.number(), bottom: z.number() });

export const startPredictionBody = z.strictObject({
  projectId: z.string(),
  parentEditId: z.string().nullish(),
  model: z.string(),
  inputs: z.record(z.string(), z.unknown()),
  box: box.optional(),
  expand: expansion.optional(),
});
export const enlargeBody = z.strictObject({ factor: z.union(enlargeTimes.map((times) => z.literal(times))) });
export const blendBody = z.strictObject({
  alphaId: z.string().nullable(),
  softnessPx: z.number(),
  colourMatch: z.number(),
  whole: z.boolean(),
});
