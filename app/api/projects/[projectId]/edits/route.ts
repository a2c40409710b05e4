import { newEditBody } from "#lib/server/http/bodies.ts";
import { readJson } from "#lib/server/http/read-json.ts";
import { onlyMethods } from "#lib/server/http/only-methods.ts";
import { route } from "#lib/server/http/route.ts";
import { openHouse } from "#lib/server/index.ts";

const add = route<{ projectId: string }>(async (request, { projectId }) => {
  const { pictureId, name, parentEditId = null } = await readJson(request, newEditBody);
  const { projects } = await openHouse();
  return Response.json(await projects.addUpload(projectId, { pictureId, name, parentEditId }), { status: 201 });
});

export const { GET, POST, PUT, PATCH, DELETE } = onlyMethods({ POST: add });
