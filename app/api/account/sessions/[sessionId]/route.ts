import { routes } from "#lib/server/gate.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ sessionId: string }>(
  {
    DELETE: async (_request, { sessionId }, caller) => {
      await (await openHouse()).people.endSession(caller, sessionId);
      return new Response(null, { status: 204 });
    },
  },
  { all: "viewer" },
);
