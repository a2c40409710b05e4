import { routes } from "#lib/server/gate.ts";
import { readJson } from "#lib/server/http/read-json.ts";
import { newShareBody } from "#lib/server/http/review-bodies.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ projectId: string }>({
  GET: async (_request, { projectId }) => {
    const { sharing } = await openHouse();
    return Response.json({ shares: await sharing.list(projectId) });
  },
  POST: async (request, { projectId }) => {
    const body = await readJson(request, newShareBody);
    const { sharing } = await openHouse();
    return Response.json(await sharing.create(projectId, body), { status: 201 });
  },
});
