import { facadeRoutes, originOf } from "#lib/server/http/facade-route.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE } = facadeRoutes<{ predictionId: string }>({
  GET: async (request, { predictionId }) => Response.json(await (await openHouse()).facade.get(predictionId, originOf(request))),
});
