import { routes } from "#lib/server/gate.ts";
import { readIdempotencyKey } from "#lib/server/http/idempotency-key.ts";
import { readJson } from "#lib/server/http/read-json.ts";
import { startReplayBody } from "#lib/server/http/replay-bodies.ts";
import { requireWithinRate } from "#lib/server/http/within-rate.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ editId: string }>({
  GET: async (_request, { editId }) => {
    const { replays } = await openHouse();
    return Response.json(await replays.plan(editId));
  },
  POST: async (request, { editId }, caller) => {
    const house = await openHouse();
    await requireWithinRate(house, "runs", request, caller);
    const idempotencyKey = readIdempotencyKey(request);
    const body = await readJson(request, startReplayBody);
    await house.sight.require(caller, body);
    const started = await house.replays.start(editId, { ...body, idempotencyKey, personId: caller.person?.id ?? null });
    return Response.json({ replays: started }, { status: 201 });
  },
});
