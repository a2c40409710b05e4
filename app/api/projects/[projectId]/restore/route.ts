import { routes } from "#lib/server/gate.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ projectId: string }>({
  POST: async (_request, { projectId }) => Response.json(await (await openHouse()).projects.restore(projectId)),
});
