import { routes } from "#lib/server/gate.ts";
import { readJson } from "#lib/server/http/read-json.ts";
import { reviewBody } from "#lib/server/http/review-bodies.ts";
import { keepLink } from "#lib/server/http/review-cookie.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  {
    /** The secret of a link becomes a cookie for what lies below that link and nothing else. */
    POST: async (request) => {
      const { token } = await readJson(request, reviewBody);
      const { sharing, config } = await openHouse();
      const shareId = await sharing.enter(token);
      return keepLink(Response.json({ shareId }), config, { shareId, token });
    },
  },
  { all: "open" },
);
