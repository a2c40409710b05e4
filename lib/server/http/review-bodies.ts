/** The JSON bodies of review links. */
import { z } from "zod";
import { lifetimes, maxAuthorLetters, maxRemarkLetters, verdicts } from "#lib/review-wire.ts";

// Checking never makes code at run time.
z.config({ jitless: true });

const share = z.number().min(0).max(1);

export const reviewBody = z.strictObject({ token: z.string().min(1).max(200) });
export const newShareBody = z.strictObject({ editId: z.string().nullable(), lifetime: z.enum(lifetimes) });
const place = z.strictObject({ x: share, y: share }).nullable();
const words = z.string().trim().min(1).max(maxRemarkLetters);

export const noteBody = z.strictObject({ editId: z.string(), text: words, at: place });
export const answerBody = z.strictObject({ text: words });
export const remarkChangeBody = z.strictObject({ settled: z.boolean() });
export const remarkBody = z.strictObject({
  editId: z.string(),
  author: z.string().trim().min(1).max(maxAuthorLetters),
  text: z.string().trim().max(maxRemarkLetters),
  at: place,
  verdict: z.enum(verdicts).nullable(),
});
