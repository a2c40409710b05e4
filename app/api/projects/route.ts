import { routes } from "#lib/server/gate.ts";
import { newProjectBody } from "#lib/server/http/bodies.ts";
import { readJson } from "#lib/server/http/read-json.ts";
import { readChoice, readInteger, readText } from "#lib/server/http/read-query.ts";
import { openHouse } from "#lib/server/index.ts";
import { projectFilters } from "#lib/wire.ts";

const untitled = "Untitled";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  GET: async (request) => {
    const { projects } = await openHouse();
    const after = readText(request, "after");
    const limit = readInteger(request, "limit", { fallback: 30, min: 1, max: 100 });
    const search = readText(request, "search");
    const filter = readChoice(request, "filter", projectFilters, "all");
    const page = { limit, filter, ...(after === undefined ? {} : { after }), ...(search === undefined ? {} : { search }) };
    return Response.json(await projects.list(page));
  },
  POST: async (request) => {
    const { name, pictureId } = await readJson(request, newProjectBody);
    const { projects } = await openHouse();
    const project = await projects.create({ name: name || untitled, ...(pictureId === undefined ? {} : { pictureId }) });
    return Response.json(project, { status: 201 });
  },
});
