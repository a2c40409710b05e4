import { z } from "zod";
import { AppError } from "#lib/errors.ts";
import { readJson } from "#lib/server/http/read-json.ts";
import { route } from "#lib/server/http/route.ts";
import { openHouse } from "#lib/server/index.ts";

const change = z.strictObject({ name: z.string().trim().min(1).max(200).optional(), currentEditId: z.string().optional() });

export const GET = route<{ projectId: string }>(async (_request, { projectId }) =>
  Response.json(await (await openHouse()).projects.get(projectId)),
);

export const PATCH = route<{ projectId: string }>(async (request, { projectId }) => {
  const { name, currentEditId } = await readJson(request, change);
  const { projects } = await openHouse();
  if (name === undefined && currentEditId === undefined)
    throw new AppError("bad_request", "Expected name or currentEditId but received neither");
  if (currentEditId !== undefined) await projects.setCurrent(projectId, currentEditId);
  return Response.json(name === undefined ? await projects.get(projectId) : await projects.rename(projectId, name));
});
