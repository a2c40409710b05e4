import { routes } from "#lib/server/gate.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ personId: string }>(
  {
    /** Of somebody who lost theirs. */
    DELETE: async (_request, { personId }, caller) => {
      await (await openHouse()).people.takeFactorOff(caller, personId);
      return new Response(null, { status: 204 });
    },
  },
  { all: "owner" },
);
