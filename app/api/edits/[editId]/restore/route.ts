import { routes } from "#lib/server/gate.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ editId: string }>({
  POST: async (_request, { editId }) => Response.json(await (await openHouse()).projects.restoreEdit(editId)),
});
