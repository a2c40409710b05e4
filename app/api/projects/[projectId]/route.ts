import { AppError } from "#lib/errors.ts";
import { routes } from "#lib/server/gate.ts";
import { projectChangeBody } from "#lib/server/http/bodies.ts";
import { givenOf } from "#lib/server/http/given-of.ts";
import { readJson } from "#lib/server/http/read-json.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ projectId: string }>({
  GET: async (_request, { projectId }) => Response.json(await (await openHouse()).projects.get(projectId)),
  PATCH: async (request, { projectId }) => {
    const change = givenOf(await readJson(request, projectChangeBody));
    if (Object.keys(change).length === 0)
      throw new AppError("bad_request", "Expected name, currentEditId or starred but received none of them");
    return Response.json(await (await openHouse()).projects.change(projectId, change));
  },
  DELETE: async (_request, { projectId }) => {
    await (await openHouse()).projects.remove(projectId);
    return new Response(null, { status: 204 });
  },
});
