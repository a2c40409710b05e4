import { routes } from "#lib/server/gate.ts";
import { readInteger, readText } from "#lib/server/http/read-query.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  {
    GET: async (request) => {
      const after = readText(request, "after");
      const limit = readInteger(request, "limit", { fallback: 50, min: 1, max: 200 });
      const entries = await (await openHouse()).people.audit({ limit, ...(after === undefined ? {} : { after }) });
      return Response.json({ entries });
    },
  },
  { all: "owner" },
);
