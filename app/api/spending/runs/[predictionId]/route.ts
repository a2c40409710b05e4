import { routes } from "#lib/server/gate.ts";
import { settledBody } from "#lib/server/http/money-bodies.ts";
import { readJson } from "#lib/server/http/read-json.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ predictionId: string }>(
  {
    /** What the provider's bill says of a run of which nothing else does. */
    PATCH: async (request, { predictionId }, caller) => {
      const { wasCharged } = await readJson(request, settledBody);
      await (await openHouse()).ledger.settle(caller, predictionId, wasCharged);
      return new Response(null, { status: 204 });
    },
  },
  { all: "owner", showsNothing: true },
);
