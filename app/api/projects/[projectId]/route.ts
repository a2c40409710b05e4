import { AppError } from "#lib/errors.ts";
import { projectChangeBody } from "#lib/server/http/bodies.ts";
import { readJson } from "#lib/server/http/read-json.ts";
import { routes } from "#lib/server/http/routes.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ projectId: string }>({
  GET: async (_request, { projectId }) => Response.json(await (await openHouse()).projects.get(projectId)),
  PATCH: async (request, { projectId }) => {
    const { name, currentEditId } = await readJson(request, projectChangeBody);
    const { projects } = await openHouse();
    if (name === undefined && currentEditId === undefined)
      throw new AppError("bad_request", "Expected name or currentEditId but received neither");
    if (currentEditId !== undefined) await projects.setCurrent(projectId, currentEditId);
    return Response.json(name === undefined ? await projects.get(projectId) : await projects.rename(projectId, name));
  },
});
