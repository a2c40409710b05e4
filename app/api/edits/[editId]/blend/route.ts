import { blendBody } from "#lib/server/http/bodies.ts";
import { readJson } from "#lib/server/http/read-json.ts";
import { routes } from "#lib/server/http/routes.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ editId: string }>({
  POST: async (request, { editId }) => {
    const body = await readJson(request, blendBody);
    const { projects } = await openHouse();
    return Response.json(await projects.blend(editId, body), { status: 201 });
  },
});
