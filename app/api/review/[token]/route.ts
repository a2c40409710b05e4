import { routes } from "#lib/server/gate.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ token: string }>(
  {
    GET: async (_request, { token }) => {
      const { sharing } = await openHouse();
      return Response.json(await sharing.review(token));
    },
  },
  { all: "open" },
);
