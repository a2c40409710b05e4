import { facadeRoutes } from "#lib/server/gate.ts";
import { originOf } from "#lib/server/http/origin-of.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = facadeRoutes<{ predictionId: string }>({
  GET: async (request, { predictionId }, caller) => {
    const { facade } = await openHouse();
    return Response.json(await facade.get(predictionId, { caller, origin: originOf(request) }));
  },
});
