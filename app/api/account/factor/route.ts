import { routes } from "#lib/server/gate.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  {
    GET: async (_request, _params, caller) => Response.json(await (await openHouse()).people.factor(caller)),
    POST: async (_request, _params, caller) => Response.json(await (await openHouse()).people.beginFactor(caller), { status: 201 }),
    DELETE: async (_request, _params, caller) => {
      await (await openHouse()).people.removeFactor(caller);
      return new Response(null, { status: 204 });
    },
  },
  { all: "viewer", withoutFactor: true },
);
