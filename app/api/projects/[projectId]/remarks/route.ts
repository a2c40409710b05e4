import { routes } from "#lib/server/gate.ts";
import { readJson } from "#lib/server/http/read-json.ts";
import { noteBody } from "#lib/server/http/review-bodies.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ projectId: string }>({
  GET: async (_request, { projectId }) => {
    const { notes } = await openHouse();
    return Response.json({ remarks: await notes.list(projectId) });
  },
  POST: async (request, { projectId }) => {
    const body = await readJson(request, noteBody);
    const { notes } = await openHouse();
    return Response.json(await notes.add(projectId, body), { status: 201 });
  },
});
