import type { SessionFacts } from "#lib/people-wire.ts";
import { routes } from "#lib/server/gate.ts";
import { answerEntered, arrivalOf } from "#lib/server/http/enter.ts";
import { signInBody } from "#lib/server/http/people-bodies.ts";
import { readJson } from "#lib/server/http/read-json.ts";
import { clearSessionCookie, readSessionCookie } from "#lib/server/http/session-cookie.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  {
    GET: async (request) => {
      const { people, signOn, config } = await openHouse();
      const facts: SessionFacts = { ...(await people.state(readSessionCookie(request, config))), provider: signOn?.name ?? null };
      return Response.json(facts);
    },
    POST: async (request) => {
      const house = await openHouse();
      return answerEntered(request, house, await house.people.signIn(await readJson(request, signInBody), arrivalOf(request, house)));
    },
    DELETE: async (_request, _params, caller) => {
      const { people, config } = await openHouse();
      await people.signOut(caller);
      return clearSessionCookie(new Response(null, { status: 204 }), config);
    },
  },
  { GET: "open", POST: "open", DELETE: "viewer", withoutFactor: true },
);
