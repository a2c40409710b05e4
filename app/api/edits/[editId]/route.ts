import { AppError } from "#lib/errors.ts";
import { routes } from "#lib/server/gate.ts";
import { editChangeBody } from "#lib/server/http/bodies.ts";
import { givenOf } from "#lib/server/http/given-of.ts";
import { readJson } from "#lib/server/http/read-json.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ editId: string }>({
  PATCH: async (request, { editId }) => {
    const change = givenOf(await readJson(request, editChangeBody));
    if (Object.keys(change).length === 0) throw new AppError("bad_request", "Expected name or starred but received neither");
    return Response.json(await (await openHouse()).projects.changeEdit(editId, change));
  },
  DELETE: async (_request, { editId }) => Response.json(await (await openHouse()).projects.removeEdit(editId)),
});
