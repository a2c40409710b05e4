import { routes } from "#lib/server/gate.ts";
import { personChangeBody } from "#lib/server/http/people-bodies.ts";
import { readJson } from "#lib/server/http/read-json.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ personId: string }>(
  {
    PATCH: async (request, { personId }, caller) => {
      const { role, isDisabled } = await readJson(request, personChangeBody);
      const change = { ...(role === undefined ? {} : { role }), ...(isDisabled === undefined ? {} : { isDisabled }) };
      return Response.json(await (await openHouse()).people.change(caller, personId, change));
    },
  },
  { all: "owner" },
);
