import { z } from "zod";
import { readIdempotencyKey } from "#lib/server/http/idempotency-key.ts";
import { readJson } from "#lib/server/http/read-json.ts";
import { route } from "#lib/server/http/route.ts";
import { openHouse } from "#lib/server/index.ts";

const start = z.strictObject({
  projectId: z.string(),
  parentEditId: z.string().nullish(),
  model: z.string(),
  inputs: z.record(z.string(), z.unknown()),
});

export const POST = route(async (request) => {
  const idempotencyKey = readIdempotencyKey(request);
  const { parentEditId = null, ...rest } = await readJson(request, start);
  const { predictions } = await openHouse();
  const { created, prediction } = await predictions.start({ ...rest, parentEditId, via: "studio", idempotencyKey });
  return Response.json(prediction, { status: created ? 201 : 200 });
});
