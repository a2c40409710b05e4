import { AppError } from "#lib/errors.ts";
import { routes } from "#lib/server/gate.ts";
import { projectChangeBody } from "#lib/server/http/bodies.ts";
import { givenOf } from "#lib/server/http/given-of.ts";
import { readJson } from "#lib/server/http/read-json.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ projectId: string }>({
  GET: async (_request, { projectId }) => Response.json(await (await openHouse()).projects.get(projectId)),
  PATCH: async (request, { projectId }, { person }) => {
    const { isPrivate, ...rest } = await readJson(request, projectChangeBody);
    const change = givenOf(rest);
    if (isPrivate === undefined && Object.keys(change).length === 0)
      throw new AppError("bad_request", "Expected name, currentEditId, starred or isPrivate but received none of them");
    const { projects } = await openHouse();
    if (isPrivate !== undefined) await projects.setPrivate(projectId, isPrivate, person?.id ?? null);
    return Response.json(await projects.change(projectId, change));
  },
  DELETE: async (_request, { projectId }) => {
    await (await openHouse()).projects.remove(projectId);
    return new Response(null, { status: 204 });
  },
});
