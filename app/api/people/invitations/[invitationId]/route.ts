import { routes } from "#lib/server/gate.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ invitationId: string }>(
  {
    DELETE: async (_request, { invitationId }, caller) => {
      await (await openHouse()).people.revokeInvitation(caller, invitationId);
      return new Response(null, { status: 204 });
    },
  },
  { all: "owner" },
);
