import { onlyMethods } from "#lib/server/http/only-methods.ts";
import { route } from "#lib/server/http/route.ts";
import { openHouse } from "#lib/server/index.ts";

const add = route<{ predictionId: string }>(async (_request, { predictionId }) =>
  Response.json(await (await openHouse()).predictions.cancel(predictionId)),
);

export const { GET, POST, PUT, PATCH, DELETE } = onlyMethods({ POST: add });
