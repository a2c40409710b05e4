import { routes } from "#lib/server/gate.ts";
import { factorBody } from "#lib/server/http/people-bodies.ts";
import { readJson } from "#lib/server/http/read-json.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  {
    POST: async (request, _params, caller) => {
      const { code } = await readJson(request, factorBody);
      return Response.json(await (await openHouse()).people.confirmFactor(caller, code));
    },
  },
  { all: "viewer", withoutFactor: true },
);
