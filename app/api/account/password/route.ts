import { routes } from "#lib/server/gate.ts";
import { passwordBody } from "#lib/server/http/people-bodies.ts";
import { readJson } from "#lib/server/http/read-json.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  {
    POST: async (request, _params, caller) => {
      await (await openHouse()).people.changePassword(caller, await readJson(request, passwordBody));
      return new Response(null, { status: 204 });
    },
  },
  { all: "viewer" },
);
