import { routes } from "#lib/server/gate.ts";
import { newProjectBody } from "#lib/server/http/bodies.ts";
import { readJson } from "#lib/server/http/read-json.ts";
import { readChoice, readInteger, readText } from "#lib/server/http/read-query.ts";
import { openHouse } from "#lib/server/index.ts";
import { projectFilters } from "#lib/wire.ts";

const untitled = "Untitled";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  GET: async (request, _params, { person }) => {
    const { projects } = await openHouse();
    const after = readText(request, "after");
    const limit = readInteger(request, "limit", { fallback: 30, min: 1, max: 100 });
    const search = readText(request, "search");
    const filter = readChoice(request, "filter", projectFilters, "all");
    const found = { ...(after === undefined ? {} : { after }), ...(search === undefined ? {} : { search }) };
    return Response.json(await projects.list({ limit, filter, ...found, ...(person ? { seenBy: person.id } : {}) }));
  },
  POST: async (request, _params, caller) => {
    const { name, pictureId } = await readJson(request, newProjectBody);
    const { projects, sight } = await openHouse();
    await sight.require(caller, pictureId);
    const first = pictureId === undefined ? {} : { pictureId };
    const project = await projects.create({ name: name || untitled, ...first, madeBy: caller.person?.id ?? null });
    return Response.json(project, { status: 201 });
  },
});
