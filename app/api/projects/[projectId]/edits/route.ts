import { routes } from "#lib/server/gate.ts";
import { newEditBody } from "#lib/server/http/bodies.ts";
import { readJson } from "#lib/server/http/read-json.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ projectId: string }>({
  POST: async (request, { projectId }, caller) => {
    const { pictureId, name, parentEditId = null, makeCurrent = true } = await readJson(request, newEditBody);
    const { projects, sight } = await openHouse();
    await sight.require(caller, [pictureId, parentEditId]);
    return Response.json(await projects.addUpload(projectId, { pictureId, name, parentEditId, makeCurrent }), { status: 201 });
  },
});
