import { routes } from "#lib/server/gate.ts";
import { wayBackBody } from "#lib/server/http/people-bodies.ts";
import { readJson } from "#lib/server/http/read-json.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  {
    POST: async (request) => {
      await (await openHouse()).people.comeBack(await readJson(request, wayBackBody));
      return new Response(null, { status: 204 });
    },
  },
  { all: "open" },
);
