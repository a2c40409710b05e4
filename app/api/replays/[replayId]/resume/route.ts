import { routes } from "#lib/server/gate.ts";
import { readJson } from "#lib/server/http/read-json.ts";
import { resumeReplayBody } from "#lib/server/http/replay-bodies.ts";
import { requireWithinRate } from "#lib/server/http/within-rate.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ replayId: string }>({
  POST: async (request, { replayId }, caller) => {
    const house = await openHouse();
    await requireWithinRate(house, "runs", request, caller);
    const body = await readJson(request, resumeReplayBody);
    return Response.json(await house.replays.resume(replayId, body));
  },
});
