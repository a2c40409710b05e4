import { z } from "zod";
import { readJson } from "#lib/server/http/read-json.ts";
import { route } from "#lib/server/http/route.ts";
import { openHouse } from "#lib/server/index.ts";

const newEdit = z.strictObject({ pictureId: z.string(), name: z.string().trim().min(1).max(200), parentEditId: z.string().nullish() });

export const POST = route<{ projectId: string }>(async (request, { projectId }) => {
  const { pictureId, name, parentEditId = null } = await readJson(request, newEdit);
  const { projects } = await openHouse();
  return Response.json(await projects.addUpload(projectId, { pictureId, name, parentEditId }), { status: 201 });
});
