import { routes } from "#lib/server/gate.ts";
import { accessTokenBody } from "#lib/server/http/people-bodies.ts";
import { readJson } from "#lib/server/http/read-json.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  {
    GET: async (_request, _params, caller) => Response.json({ tokens: await (await openHouse()).people.tokens(caller) }),
    POST: async (request, _params, caller) => {
      const wanted = await readJson(request, accessTokenBody);
      return Response.json(await (await openHouse()).people.makeToken(caller, wanted), { status: 201 });
    },
  },
  { all: "viewer" },
);
