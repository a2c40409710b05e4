import { facadeRoute, originOf } from "#lib/server/http/facade-route.ts";
import { openHouse } from "#lib/server/index.ts";

export const GET = facadeRoute(async (request) => Response.json((await openHouse()).facade.describe(originOf(request))));
