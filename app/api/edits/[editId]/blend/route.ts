import { routes } from "#lib/server/gate.ts";
import { blendBody } from "#lib/server/http/bodies.ts";
import { readJson } from "#lib/server/http/read-json.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ editId: string }>({
  POST: async (request, { editId }, caller) => {
    const body = await readJson(request, blendBody);
    const { blends, sight } = await openHouse();
    await sight.require(caller, body);
    return Response.json(await blends.blend(editId, body, { signal: request.signal }), { status: 201 });
  },
});
