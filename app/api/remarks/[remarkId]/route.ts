import { routes } from "#lib/server/gate.ts";
import { readJson } from "#lib/server/http/read-json.ts";
import { remarkChangeBody } from "#lib/server/http/review-bodies.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ remarkId: string }>({
  PATCH: async (request, { remarkId }) => {
    const { settled } = await readJson(request, remarkChangeBody);
    const { notes } = await openHouse();
    return Response.json(await notes.settle(remarkId, settled));
  },
});
