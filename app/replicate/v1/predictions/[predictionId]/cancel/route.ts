import { facadeRoute, originOf } from "#lib/server/http/facade-route.ts";
import { openHouse } from "#lib/server/index.ts";

export const POST = facadeRoute<{ predictionId: string }>(async (request, { predictionId }) =>
  Response.json(await (await openHouse()).facade.cancel(predictionId, originOf(request))),
);
