import { routes } from "#lib/server/gate.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ shareId: string }>({
  DELETE: async (_request, { shareId }) => {
    const { sharing } = await openHouse();
    return Response.json(await sharing.revoke(shareId));
  },
});
