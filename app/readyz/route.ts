/** Whether the process can do its work now; 503 takes it out of a balancer until it can. */
import { routes } from "#lib/server/gate.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  {
    GET: async () => {
      const { isReady, parts } = await (await openHouse()).health.ready();
      return Response.json(parts, { status: isReady ? 200 : 503 });
    },
  },
  { all: "open" },
);
