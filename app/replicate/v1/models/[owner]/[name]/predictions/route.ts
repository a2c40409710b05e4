import { facadeRoutes } from "#lib/server/gate.ts";
import { createFacadePrediction } from "#lib/server/http/create-facade-prediction.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = facadeRoutes<{ owner: string; name: string }>({
  POST: async (request, { owner, name }, caller) =>
    createFacadePrediction(await openHouse(), request, { model: `${owner}/${name}`, caller }),
});
