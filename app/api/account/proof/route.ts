import { routes } from "#lib/server/gate.ts";
import { proofBody } from "#lib/server/http/people-bodies.ts";
import { readJson } from "#lib/server/http/read-json.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  {
    /** Somebody who is signed in shows anew who they are. */
    POST: async (request, _params, caller) => {
      await (await openHouse()).people.prove(caller, await readJson(request, proofBody));
      return new Response(null, { status: 204 });
    },
  },
  { all: "viewer", withoutFactor: true },
);
