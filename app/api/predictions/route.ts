import { routes } from "#lib/server/gate.ts";
import { startPredictionBody } from "#lib/server/http/bodies.ts";
import { readIdempotencyKey } from "#lib/server/http/idempotency-key.ts";
import { readJson } from "#lib/server/http/read-json.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  POST: async (request) => {
    const idempotencyKey = readIdempotencyKey(request);
    const { parentEditId = null, ...rest } = await readJson(request, startPredictionBody);
    const { predictions } = await openHouse();
    const { created, prediction } = await predictions.start({ ...rest, parentEditId, via: "studio", idempotencyKey });
    return Response.json(prediction, { status: created ? 201 : 200 });
  },
});
