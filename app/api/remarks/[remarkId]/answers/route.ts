import { routes } from "#lib/server/gate.ts";
import { readJson } from "#lib/server/http/read-json.ts";
import { answerBody } from "#lib/server/http/review-bodies.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ remarkId: string }>({
  POST: async (request, { remarkId }) => {
    const { text } = await readJson(request, answerBody);
    const { notes } = await openHouse();
    return Response.json(await notes.answer(remarkId, text), { status: 201 });
  },
});
