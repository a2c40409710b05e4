import { routes } from "#lib/server/gate.ts";
import { enlargeBody } from "#lib/server/http/bodies.ts";
import { readIdempotencyKey } from "#lib/server/http/idempotency-key.ts";
import { readJson } from "#lib/server/http/read-json.ts";
import { requireWithinRate } from "#lib/server/http/within-rate.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ editId: string }>({
  POST: async (request, { editId }, caller) => {
    const house = await openHouse();
    await requireWithinRate(house, "runs", request, caller);
    const idempotencyKey = readIdempotencyKey(request);
    const { factor } = await readJson(request, enlargeBody);
    const asked = { times: factor, personId: caller.person?.id ?? null, idempotencyKey };
    const { created, prediction } = await house.predictions.enlarge(editId, asked);
    return Response.json(prediction, { status: created ? 201 : 200 });
  },
});
