import { facadeRoutes } from "#lib/server/gate.ts";
import { originOf } from "#lib/server/http/origin-of.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = facadeRoutes<{ predictionId: string }>({
  GET: async (request, { predictionId }) => Response.json(await (await openHouse()).facade.get(predictionId, originOf(request))),
});
