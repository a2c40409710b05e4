import { createFacadePrediction } from "#lib/server/http/create-facade-prediction.ts";
import { facadeRoute } from "#lib/server/http/facade-route.ts";
import { openHouse } from "#lib/server/index.ts";

export const POST = facadeRoute<{ owner: string; name: string }>(async (request, { owner, name }) =>
  createFacadePrediction(await openHouse(), request, `${owner}/${name}`),
);
