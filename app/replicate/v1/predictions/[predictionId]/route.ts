import { facadeRoute, originOf } from "#lib/server/http/facade-route.ts";
import { openHouse } from "#lib/server/index.ts";

export const GET = facadeRoute<{ predictionId: string }>(async (request, { predictionId }) =>
  Response.json(await (await openHouse()).facade.get(predictionId, originOf(request))),
);
