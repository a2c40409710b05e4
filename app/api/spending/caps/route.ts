import { routes } from "#lib/server/gate.ts";
import { capBody } from "#lib/server/http/money-bodies.ts";
import { readJson } from "#lib/server/http/read-json.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  {
    /** Sets one, changes it, or (null) takes it away; answers them all. */
    POST: async (request, _params, caller) => {
      const change = await readJson(request, capBody);
      return Response.json({ caps: await (await openHouse()).ledger.setCap(caller, change) });
    },
  },
  { all: "owner" },
);
