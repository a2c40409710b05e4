import { newProjectBody } from "#lib/server/http/bodies.ts";
import { readJson } from "#lib/server/http/read-json.ts";
import { readInteger, readText } from "#lib/server/http/read-query.ts";
import { onlyMethods } from "#lib/server/http/only-methods.ts";
import { route } from "#lib/server/http/route.ts";
import { openHouse } from "#lib/server/index.ts";

const untitled = "Untitled";

const read = route(async (request) => {
  const { projects } = await openHouse();
  const after = readText(request, "after");
  const limit = readInteger(request, "limit", { fallback: 30, min: 1, max: 100 });
  return Response.json(await projects.list({ limit, ...(after === undefined ? {} : { after }) }));
});

const add = route(async (request) => {
  const { name, pictureId } = await readJson(request, newProjectBody);
  const { projects } = await openHouse();
  const project = await projects.create({ name: name || untitled, ...(pictureId === undefined ? {} : { pictureId }) });
  return Response.json(project, { status: 201 });
});

export const { GET, POST, PUT, PATCH, DELETE } = onlyMethods({ GET: read, POST: add });
