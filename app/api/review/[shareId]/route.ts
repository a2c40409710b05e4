import { routes } from "#lib/server/gate.ts";
import { readLink } from "#lib/server/http/review-cookie.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ shareId: string }>(
  {
    GET: async (request, { shareId }) => {
      const { sharing, config } = await openHouse();
      return Response.json(await sharing.review({ shareId, token: readLink(request, config) }));
    },
  },
  { all: "open" },
);
