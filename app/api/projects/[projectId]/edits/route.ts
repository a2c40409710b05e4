import { newEditBody } from "#lib/server/http/bodies.ts";
import { readJson } from "#lib/server/http/read-json.ts";
import { route } from "#lib/server/http/route.ts";
import { openHouse } from "#lib/server/index.ts";

export const POST = route<{ projectId: string }>(async (request, { projectId }) => {
  const { pictureId, name, parentEditId = null } = await readJson(request, newEditBody);
  const { projects } = await openHouse();
  return Response.json(await projects.addUpload(projectId, { pictureId, name, parentEditId }), { status: 201 });
});
