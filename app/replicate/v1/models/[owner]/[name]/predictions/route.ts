import { createFacadePrediction } from "#lib/server/http/create-facade-prediction.ts";
import { facadeRoutes } from "#lib/server/http/facade-route.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE } = facadeRoutes<{ owner: string; name: string }>({
  POST: async (request, { owner, name }) => createFacadePrediction(await openHouse(), request, `${owner}/${name}`),
});
