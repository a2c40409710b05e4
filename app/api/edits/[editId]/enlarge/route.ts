import { routes } from "#lib/server/gate.ts";
import { enlargeBody } from "#lib/server/http/bodies.ts";
import { readIdempotencyKey } from "#lib/server/http/idempotency-key.ts";
import { readJson } from "#lib/server/http/read-json.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ editId: string }>({
  POST: async (request, { editId }, { person }) => {
    const idempotencyKey = readIdempotencyKey(request);
    const { factor } = await readJson(request, enlargeBody);
    const { predictions } = await openHouse();
    const { created, prediction } = await predictions.enlarge(editId, { times: factor, personId: person?.id ?? null, idempotencyKey });
    return Response.json(prediction, { status: created ? 201 : 200 });
  },
});
