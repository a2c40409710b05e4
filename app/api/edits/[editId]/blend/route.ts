import { routes } from "#lib/server/gate.ts";
import { blendBody } from "#lib/server/http/bodies.ts";
import { readJson } from "#lib/server/http/read-json.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ editId: string }>({
  POST: async (request, { editId }) => {
    const { blends } = await openHouse();
    return Response.json(await blends.blend(editId, await readJson(request, blendBody), { signal: request.signal }), { status: 201 });
  },
});
