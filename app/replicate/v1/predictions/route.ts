import { facadeRoutes } from "#lib/server/gate.ts";
import { createFacadePrediction } from "#lib/server/http/create-facade-prediction.ts";
import { originOf } from "#lib/server/http/origin-of.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = facadeRoutes({
  GET: async (request, _params, caller) => {
    const cursor = new URL(request.url).searchParams.get("cursor");
    const { facade } = await openHouse();
    return Response.json(await facade.list({ caller, origin: originOf(request), ...(cursor ? { cursor } : {}) }));
  },
  POST: async (request, _params, caller) => createFacadePrediction(await openHouse(), request, { model: null, caller }),
});
