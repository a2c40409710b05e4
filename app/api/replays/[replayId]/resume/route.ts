import { routes } from "#lib/server/gate.ts";
import { readJson } from "#lib/server/http/read-json.ts";
import { resumeReplayBody } from "#lib/server/http/replay-bodies.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ replayId: string }>({
  POST: async (request, { replayId }) => {
    const body = await readJson(request, resumeReplayBody);
    const { replays } = await openHouse();
    return Response.json(await replays.resume(replayId, body));
  },
});
