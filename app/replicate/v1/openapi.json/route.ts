import { facadeRoutes } from "#lib/server/gate.ts";
import { originOf } from "#lib/server/http/origin-of.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = facadeRoutes({
  GET: async (request) => Response.json((await openHouse()).facade.describe(originOf(request))),
});
