import { facadeRoutes, originOf } from "#lib/server/http/facade-route.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE } = facadeRoutes({
  GET: async (request) => Response.json((await openHouse()).facade.describe(originOf(request))),
});
