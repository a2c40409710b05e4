/** What a real OpenID Connect provider says of how it asked, and what comes of it where that matters. */
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { log } from "#lib/server/log.ts";
import { type OidcServer, type Seated, startOidcServer } from "#lib/testing/oidc-server.ts";
import { createSignOn } from "./create-sign-on.ts";
import type { Identity, SignOn } from "./sign-on.ts";

const returnTo = "http://127.0.0.1:1/return";

let server: OidcServer;
/** How the provider asks now. */
let asks: Omit<Seated, "accountId"> = {};

beforeAll(async () => {
  server = await startOidcServer();
  server.serve({
    client: { token_endpoint_auth_method: "none", redirect_uris: [returnTo] },
    acrValues: ["phr", "pwd"],
    claims: { openid: ["sub", "acr", "amr", "auth_time"], email: ["email", "email_verified"], profile: ["name"] },
    conformIdTokenClaims: false,
    claimsOf: () => ({ email: "bob@example.com", name: "Bob" }),
    seated: () => ({ accountId: "id-bob", ...asks }),
  });
});
afterAll(() => server.close());
beforeEach(() => {
  asks = {};
  vi.spyOn(log, "warn").mockImplementation(() => {});
});

const open = (rules: { readonly classes?: readonly string[]; readonly methods?: readonly string[] } = {}) =>
  createSignOn({
    issuer: server.issuer,
    clientId: server.clientId,
    clientSecret: null,
    name: "Accounts",
    classes: [],
    methods: [],
    ...rules,
  });

/** As a browser goes, with the provider's cookies, until it is sent back. */
async function come(signOn: SignOn, again = false): Promise<Identity> {
  const { address, memory } = await signOn.begin(returnTo, again);
  const cookies = new Map<string, string>();
  let place = new URL(address);
  while (!place.href.startsWith(returnTo)) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(place, { redirect: "manual", headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const next = answer.headers.get("location");
    if (next === null) throw new Error(`Expected to be sent on but received ${answer.status}: ${await answer.text()}`);
    place = new URL(next, place);
  }
  return signOn.finish(place, memory);
}

it("whoever the provider lets in is let in where it does not matter how it asked", async () => {
  expect(await come(open())).toMatchObject({ subject: "id-bob", name: "Bob", email: "bob@example.com" });
});

it("a class is asked for, and only a signed word that it was met is taken", async () => {
  const signOn = open({ classes: ["phr", "phrh"] });
  expect(new URL((await signOn.begin(returnTo)).address).searchParams.get("acr_values")).toBe("phr phrh");
  asks = { acr: "phr" };
  expect(await come(signOn)).toMatchObject({ subject: "id-bob" });
  for (const weak of [{ acr: "pwd" }, {}]) {
    asks = weak;
    await expect(come(signOn)).rejects.toMatchObject({ code: "sign_in_refused" });
  }
});

it("one of the methods that are wanted must be among those that were used", async () => {
  const signOn = open({ methods: ["otp", "hwk"] });
  asks = { amr: ["pwd", "otp"] };
  expect(await come(signOn)).toMatchObject({ subject: "id-bob" });
  for (const weak of [{ amr: ["pwd"] }, {}]) {
    asks = weak;
    await expect(come(signOn)).rejects.toMatchObject({ code: "sign_in_refused" });
  }
});

it("whoever shall show anew who they are is asked anew, and the provider says when", async () => {
  const { address } = await open().begin(returnTo, true);
  const { searchParams } = new URL(address);
  expect([searchParams.get("prompt"), searchParams.get("max_age")]).toEqual(["login", "0"]);
  asks = { ts: 1_700_000_000 };
  expect((await come(open())).authenticatedAtMs).toBe(1_700_000_000_000);
  asks = {};
  const beforeMs = Date.now() - 2000;
  expect((await come(open(), true)).authenticatedAtMs).toBeGreaterThan(beforeMs);
});
