import { routes } from "#lib/server/gate.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ replayId: string }>({
  GET: async (_request, { replayId }) => {
    const { replays } = await openHouse();
    return Response.json(await replays.get(replayId));
  },
});
