import { AppError } from "#lib/errors.ts";
import { projectChangeBody } from "#lib/server/http/bodies.ts";
import { readJson } from "#lib/server/http/read-json.ts";
import { onlyMethods } from "#lib/server/http/only-methods.ts";
import { route } from "#lib/server/http/route.ts";
import { openHouse } from "#lib/server/index.ts";

const read = route<{ projectId: string }>(async (_request, { projectId }) =>
  Response.json(await (await openHouse()).projects.get(projectId)),
);

const change = route<{ projectId: string }>(async (request, { projectId }) => {
  const { name, currentEditId } = await readJson(request, projectChangeBody);
  const { projects } = await openHouse();
  if (name === undefined && currentEditId === undefined)
    throw new AppError("bad_request", "Expected name or currentEditId but received neither");
  if (currentEditId !== undefined) await projects.setCurrent(projectId, currentEditId);
  return Response.json(name === undefined ? await projects.get(projectId) : await projects.rename(projectId, name));
});

export const { GET, POST, PUT, PATCH, DELETE } = onlyMethods({ GET: read, PATCH: change });
