import { routes } from "#lib/server/gate.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ personId: string }>(
  {
    /** For somebody who forgot their password. */
    POST: async (_request, { personId }, caller) =>
      Response.json(await (await openHouse()).people.makeWayBack(caller, personId), { status: 201 }),
  },
  { all: "owner" },
);
