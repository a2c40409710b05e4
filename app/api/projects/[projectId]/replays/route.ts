import { routes } from "#lib/server/gate.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ projectId: string }>({
  GET: async (_request, { projectId }) => {
    const { replays } = await openHouse();
    return Response.json({ replays: await replays.ofProject(projectId) });
  },
});
