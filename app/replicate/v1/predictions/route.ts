import { createFacadePrediction } from "#lib/server/http/create-facade-prediction.ts";
import { facadeRoute, originOf } from "#lib/server/http/facade-route.ts";
import { readText } from "#lib/server/http/read-query.ts";
import { openHouse } from "#lib/server/index.ts";

export const GET = facadeRoute(async (request) => {
  const cursor = readText(request, "cursor");
  const { facade } = await openHouse();
  return Response.json(await facade.list({ origin: originOf(request), ...(cursor === undefined ? {} : { cursor }) }));
});

export const POST = facadeRoute(async (request) => createFacadePrediction(await openHouse(), request, null));
