import { routes } from "#lib/server/gate.ts";
import { readJson } from "#lib/server/http/read-json.ts";
import { remarkBody } from "#lib/server/http/review-bodies.ts";
import { readLink } from "#lib/server/http/review-cookie.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ shareId: string }>(
  {
    POST: async (request, { shareId }) => {
      const body = await readJson(request, remarkBody);
      const { sharing, config } = await openHouse();
      return Response.json(await sharing.addRemark({ shareId, token: readLink(request, config) }, body), { status: 201 });
    },
  },
  { all: "open" },
);
