import { routes } from "#lib/server/gate.ts";
import { invitationBody } from "#lib/server/http/people-bodies.ts";
import { readJson } from "#lib/server/http/read-json.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  {
    GET: async () => Response.json({ invitations: await (await openHouse()).people.invitations() }),
    POST: async (request, _params, caller) => {
      const wanted = await readJson(request, invitationBody);
      return Response.json(await (await openHouse()).people.invite(caller, wanted), { status: 201 });
    },
  },
  { all: "owner" },
);
