import { routes } from "#lib/server/gate.ts";
import { accountBody } from "#lib/server/http/people-bodies.ts";
import { readJson } from "#lib/server/http/read-json.ts";
import { openHouse } from "#lib/server/index.ts";

/** Everybody may say how they are called, whatever else they may do. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  {
    PATCH: async (request, _params, caller) => {
      const { name } = await readJson(request, accountBody);
      return Response.json(await (await openHouse()).people.rename(caller, name));
    },
  },
  { all: "viewer" },
);
