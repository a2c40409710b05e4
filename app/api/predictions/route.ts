import { routes } from "#lib/server/gate.ts";
import { startPredictionBody } from "#lib/server/http/bodies.ts";
import { readIdempotencyKey } from "#lib/server/http/idempotency-key.ts";
import { readJson } from "#lib/server/http/read-json.ts";
import { readInteger } from "#lib/server/http/read-query.ts";
import { readWatched } from "#lib/server/http/read-watched.ts";
import { requireWithinRate } from "#lib/server/http/within-rate.ts";
import { openHouse } from "#lib/server/index.ts";
import type { PredictionNews } from "#lib/wire.ts";

const longestWaitS = 30;

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  /** `?watch=<id>.<version>,…&wait=<s>` is one held request for everything a browser waits for. */
  GET: async (request, _params, caller) => {
    const watched = readWatched(request);
    const waitMs = readInteger(request, "wait", { fallback: 0, min: 0, max: longestWaitS }) * 1000;
    const { predictions, sight } = await openHouse();
    const allowed = await sight.allowed(
      caller,
      watched.map(({ id }) => id),
    );
    const seen = watched.filter(({ id }) => allowed.has(id));
    return Response.json((await predictions.waitForAny(seen, { waitMs, signal: request.signal })) satisfies PredictionNews);
  },
  POST: async (request, _params, caller) => {
    const house = await openHouse();
    await requireWithinRate(house, "runs", request, caller);
    const idempotencyKey = readIdempotencyKey(request);
    const body = await readJson(request, startPredictionBody);
    await house.sight.require(caller, body);
    const by = { via: "studio", personId: caller.person?.id ?? null, idempotencyKey } as const;
    const { created, prediction } = await house.predictions.start({ ...body, parentEditId: body.parentEditId ?? null, ...by });
    return Response.json(prediction, { status: created ? 201 : 200 });
  },
});
