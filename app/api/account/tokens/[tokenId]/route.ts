import { routes } from "#lib/server/gate.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ tokenId: string }>(
  {
    DELETE: async (_request, { tokenId }, caller) => {
      await (await openHouse()).people.revokeToken(caller, tokenId);
      return new Response(null, { status: 204 });
    },
  },
  { all: "viewer" },
);
