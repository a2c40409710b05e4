import { routes } from "#lib/server/gate.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ promptId: string }>({
  DELETE: async (_request, { promptId }) => {
    const { prompts } = await openHouse();
    await prompts.unsave(promptId);
    return new Response(null, { status: 204 });
  },
});
