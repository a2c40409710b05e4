/** Where a gateway says that a run is over. What it sends along is not read. */
import { routes } from "#lib/server/gate.ts";
import { whereFrom } from "#lib/server/http/enter.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ predictionId: string; token: string }>(
  {
    POST: async (request, named) => {
      await (await openHouse()).calls.take({ ...named, from: whereFrom(request).address });
      return new Response(null, { status: 204 });
    },
  },
  { all: "open" },
);
