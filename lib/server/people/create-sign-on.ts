/** OpenID Connect with a code, PKCE, state and nonce. What the provider says of itself is asked once and again after a failure. */
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
  type IDToken,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from "openid-client";
import { AppError } from "#lib/errors.ts";
import { log } from "#lib/server/log.ts";
import type { SignOn } from "./sign-on.ts";

interface SignOnParts {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string | null;
  readonly name: string;
  /** How the provider has to have asked; none: as it likes. */
  readonly classes: readonly string[];
  readonly methods: readonly string[];
}

const timeoutS = 10;

export function createSignOn({ issuer, clientId, clientSecret, name, classes, methods }: SignOnParts): SignOn {
  let known: Promise<Configuration> | null = null;

  function provider(): Promise<Configuration> {
    const auth = clientSecret === null ? None() : ClientSecretPost(clientSecret);
    // Only this machine's own addresses may be http, which the settings see to.
    const execute = issuer.protocol === "http:" ? [allowInsecureRequests] : [];
    known ??= discovery(issuer, clientId, undefined, auth, { execute, timeout: timeoutS }).catch((error: unknown) => {
      known = null;
      throw error;
    });
    return known;
  }

  return {
    name,

    begin: (returnTo, again = false) =>
      told("sign-on-begin", async () => {
        const memory = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
        const address = buildAuthorizationUrl(await provider(), {
          redirect_uri: returnTo,
          scope: "openid email profile",
          code_challenge: await calculatePKCECodeChallenge(memory.verifier),
          code_challenge_method: "S256",
          state: memory.state,
          nonce: memory.nonce,
          ...(classes.length > 0 ? { acr_values: classes.join(" ") } : {}),
          ...(again ? { prompt: "login", max_age: "0" } : {}),
        });
        return { address: address.href, memory };
      }),

    finish: (arrived, { state, nonce, verifier }) =>
      told("sign-on-finish", async () => {
        const configuration = await provider();
        const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true };
        const tokens = await authorizationCodeGrant(configuration, arrived, checks);
        const claims = tokens.claims();
        if (!claims) throw new Error("Expected an ID token");
        requireStrength(claims, { classes, methods });
        // Some providers tell the address only here.
        const told = claims.email === undefined ? await fetchUserInfo(configuration, tokens.access_token, claims.sub) : claims;
        const email = typeof told.email === "string" ? told.email : null;
        const written = typeof told.name === "string" && told.name.trim() !== "" ? told.name.trim() : (email ?? claims.sub);
        return {
          ...{ issuer: claims.iss, subject: claims.sub, name: written, email, isEmailVerified: told.email_verified === true },
          authenticatedAtMs: typeof claims.auth_time === "number" ? claims.auth_time * 1000 : null,
        };
      }),
  };
}

/** What was asked for in an address anybody can change: only what the provider signed tells how it asked. */
function requireStrength({ acr, amr }: IDToken, { classes, methods }: Pick<SignOnParts, "classes" | "methods">): void {
  if (classes.length > 0 && !classes.some((one) => one === acr)) throw new Error(`Expected one of ${classes.join(", ")} for acr`);
  if (methods.length > 0 && !(Array.isArray(amr) && methods.some((one) => amr.includes(one))))
    throw new Error(`Expected one of ${methods.join(", ")} among amr`);
}

/** Why it did not come about is for the log: it may say more of the provider than strangers should read. */
async function told<Result>(event: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    log.warn({ event, code, error: error instanceof Error ? error.message : String(error) });
    throw new AppError("sign_in_refused", "Expected the provider to tell who signs in but it did not", { cause: error });
  }
}
