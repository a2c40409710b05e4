import { routes } from "#lib/server/gate.ts";
import { invitedBody } from "#lib/server/http/people-bodies.ts";
import { readJson } from "#lib/server/http/read-json.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  {
    /** What an invitation offers; asked with the secret in the body, so that it stands in no address. */
    POST: async (request) => {
      const { token } = await readJson(request, invitedBody);
      return Response.json(await (await openHouse()).people.invited(token));
    },
  },
  { all: "open" },
);
