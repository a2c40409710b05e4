/** The JSON bodies of review links. */
import { z } from "zod";
import { lifetimes, maxAuthorLetters, maxRemarkLetters, verdicts } from "#lib/review-wire.ts";

// Checking never makes code at run time.
z.config({ jitless: true });

const share = z.number().min(0).max(1);

export const newShareBody = z.strictObject({ editId: z.string().nullable(), lifetime: z.enum(lifetimes) });
export const remarkBody = z.strictObject({
  editId: z.string(),
  author: z.string().trim().min(1).max(maxAuthorLetters),
  text: z.string().trim().max(maxRemarkLetters),
  at: z.strictObject({ x: share, y: share }).nullable(),
  verdict: z.enum(verdicts).nullable(),
});
