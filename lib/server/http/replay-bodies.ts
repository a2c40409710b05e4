/** The JSON bodies of steps that are applied again. */
import { z } from "zod";

// Checking never makes code at run time.
z.config({ jitless: true });

export const startReplayBody = z.strictObject({
  pictures: z.array(z.strictObject({ pictureId: z.string(), name: z.string().trim().min(1).max(200) })),
  off: z.array(z.int().min(0).max(1000)).max(1000),
  seeds: z.enum(["same", "new"]),
  projectId: z.string().nullable(),
});
export const resumeReplayBody = z.strictObject({ skip: z.boolean() });
