import { routes } from "#lib/server/gate.ts";
import { savedPromptBody } from "#lib/server/http/bodies.ts";
import { readJson } from "#lib/server/http/read-json.ts";
import { readInteger, readText } from "#lib/server/http/read-query.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  GET: async (request, _params, { person }) => {
    const after = readText(request, "after");
    const search = readText(request, "search");
    const limit = readInteger(request, "limit", { fallback: 30, min: 1, max: 100 });
    const savedOnly = readInteger(request, "saved", { fallback: 0, min: 0, max: 1 }) === 1;
    const { prompts } = await openHouse();
    const keyset = { limit, savedOnly, ...(after === undefined ? {} : { after }), ...(search === undefined ? {} : { search }) };
    return Response.json(await prompts.list({ ...keyset, ...(person ? { personId: person.id } : {}) }));
  },
  POST: async (request, _params, { person }) => {
    const { text } = await readJson(request, savedPromptBody);
    const { prompts } = await openHouse();
    return Response.json(await prompts.save(text, person?.id ?? null), { status: 201 });
  },
});
