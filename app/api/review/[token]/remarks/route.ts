import { routes } from "#lib/server/gate.ts";
import { readJson } from "#lib/server/http/read-json.ts";
import { remarkBody } from "#lib/server/http/review-bodies.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ token: string }>(
  {
    POST: async (request, { token }) => {
      const body = await readJson(request, remarkBody);
      const { sharing } = await openHouse();
      return Response.json(await sharing.addRemark(token, body), { status: 201 });
    },
  },
  { all: "open" },
);
