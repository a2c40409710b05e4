import { facadeRoutes, originOf } from "#lib/server/http/facade-route.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE } = facadeRoutes<{ predictionId: string }>({
  POST: async (request, { predictionId }) => {
    const { facade } = await openHouse();
    return Response.json(await facade.cancel(predictionId, originOf(request), request.signal));
  },
});
