import { route } from "#lib/server/http/route.ts";
import { openHouse } from "#lib/server/index.ts";

export const POST = route<{ predictionId: string }>(async (_request, { predictionId }) =>
  Response.json(await (await openHouse()).predictions.cancel(predictionId)),
);
