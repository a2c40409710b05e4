import { routes } from "#lib/server/gate.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ personId: string }>(
  {
    /** The private projects of somebody who no longer comes become the team's. */
    POST: async (_request, { personId }, caller) => {
      const { people } = await openHouse();
      return Response.json({ projects: await people.handOver(caller, personId) });
    },
  },
  { all: "owner" },
);
