import { AppError, isAppError } from "#lib/errors.ts";
import { peoplePaths } from "#lib/people-wire.ts";
import { routes } from "#lib/server/gate.ts";
import { arrivalOf, letIn } from "#lib/server/http/enter.ts";
import { originOf } from "#lib/server/http/origin-of.ts";
import { goTo, goToSignIn } from "#lib/server/http/redirects.ts";
import { endJourney, readJourney } from "#lib/server/http/sign-on-cookie.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  {
    /** Where the provider sends the browser back to. */
    GET: async (request) => {
      const house = await openHouse();
      const { signOn, people, config } = house;
      if (signOn === null) throw new AppError("not_found", "Expected an installation whose people sign in elsewhere (OIDC_ISSUER)");
      const journey = readJourney(request, config);
      if (journey === null) return goToSignIn("/");
      const arrived = new URL(`${peoplePaths.signOnReturn}${new URL(request.url).search}`, originOf(request));
      try {
        const entered = await people.enterAs(await signOn.finish(arrived, journey.memory), arrivalOf(request, house));
        return letIn(request, house, entered, endJourney(goTo(journey.to), config));
      } catch (error) {
        if (!isAppError(error) || error.code !== "sign_in_refused") throw error;
        return endJourney(goToSignIn(journey.to), config);
      }
    },
  },
  { GET: "open" },
);
