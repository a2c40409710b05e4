/** The JSON bodies the studio's own API takes. */
import { z } from "zod";

// Checking never makes code at run time.
z.config({ jitless: true });

const name = z.string().trim().max(200);

export const newProjectBody = z.strictObject({ name: name.optional(), pictureId: z.string().optional() });
export const projectChangeBody = z.strictObject({ name: name.min(1).optional(), currentEditId: z.string().optional() });
export const newEditBody = z.strictObject({ pictureId: z.string(), name: name.min(1), parentEditId: z.string().nullish() });
const box = z.strictObject({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });
const expansion = z.strictObject({ left: z.number(), top: z.number(), right: z.number(), bottom: z.number() });

export const blendBody = z.strictObject({
  alphaId: z.string().nullable(),
  softnessPx: z.number().min(0).max(64),
  colourMatch: z.number().min(0).max(1),
  whole: z.boolean(),
});

export const startPredictionBody = z.strictObject({
  projectId: z.string(),
  parentEditId: z.string().nullish(),
  model: z.string(),
  inputs: z.record(z.string(), z.unknown()),
  box: box.optional(),
  expand: expansion.optional(),
});
