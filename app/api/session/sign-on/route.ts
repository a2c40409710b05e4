import { AppError } from "#lib/errors.ts";
import { isPlaceWithin, peoplePaths } from "#lib/people-wire.ts";
import { routes } from "#lib/server/gate.ts";
import { originOf } from "#lib/server/http/origin-of.ts";
import { goTo, goToSignIn } from "#lib/server/http/redirects.ts";
import { keepJourney } from "#lib/server/http/sign-on-cookie.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  {
    /** Sends the browser to the team's provider. */
    GET: async (request) => {
      const { signOn, config } = await openHouse();
      if (signOn === null) throw new AppError("not_found", "Expected an installation whose people sign in elsewhere (OIDC_ISSUER)");
      const wanted = new URL(request.url).searchParams.get("to") ?? "/";
      const to = isPlaceWithin(wanted) ? wanted : "/";
      const again = new URL(request.url).searchParams.has("again");
      const begun = await signOn.begin(`${originOf(request)}${peoplePaths.signOnReturn}`, again).catch(() => null);
      return begun ? keepJourney(goTo(begun.address), config, { memory: begun.memory, to }) : goToSignIn(to);
    },
  },
  { GET: "open" },
);
