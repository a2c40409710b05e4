import { routes } from "#lib/server/gate.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ predictionId: string }>({
  POST: async (_request, { predictionId }) => Response.json(await (await openHouse()).predictions.cancel(predictionId)),
});
