/** Signing in by the accounts of a real OpenID Connect provider, as a browser goes: there and back, with its cookies. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { peoplePaths } from "#lib/people-wire.ts";
import { type OidcServer, startOidcServer } from "#lib/testing/oidc-server.ts";
import { paths } from "#lib/wire.ts";
import { ask } from "./studio-client.ts";
import { call, post, startTeam, type Team } from "./team.ts";

const clientSecret = "a-secret-between-the-two";

interface Account {
  readonly email: string;
  readonly email_verified: boolean;
  readonly name: string;
}

/** By their subject. */
const accounts: Readonly<Record<string, Account>> = {
  "id-bob": { email: "bob@example.com", email_verified: true, name: "Bob" },
  "id-eve": { email: "owner@example.com", email_verified: false, name: "Eve" },
  "id-zoe": { email: "zoe@example.com", email_verified: true, name: "Zoë 佐伊" },
};

let team: Team;
let server: OidcServer;
/** Who sits before the provider's own form now, and whether they agree. */
let seated: string | null = null;

beforeAll(async () => {
  server = await startOidcServer();
  team = await startTeam({
    OIDC_ISSUER: server.issuer.origin,
    OIDC_CLIENT_ID: server.clientId,
    OIDC_CLIENT_SECRET: clientSecret,
    OIDC_NAME: "Example Accounts",
  });
  server.serve({
    client: {
      ...{ client_secret: clientSecret, token_endpoint_auth_method: "client_secret_post" },
      redirect_uris: [`${team.studio.origin}${peoplePaths.signOnReturn}`],
    },
    claims: { email: ["email", "email_verified"], profile: ["name"] },
    claimsOf: (accountId) => ({ ...accounts[accountId] }),
    seated: () => (seated === null ? null : { accountId: seated }),
  });
});
afterAll(async () => {
  await team?.studio.stop();
  server?.close();
});

/** Follows every redirect as a browser does, with the cookies of each host; answers where it ends, what was sent and what the studio left. */
async function browse(start: string) {
  const cookies = new Map<string, Map<string, string>>();
  const sent: { readonly target: string; readonly cookie: string }[] = [];
  let address = new URL(start, team.studio.origin);
  for (let hops = 0; hops < 20; hops += 1) {
    const jar = cookies.get(address.port) ?? new Map<string, string>();
    cookies.set(address.port, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const target = `${address.pathname}${address.search}`;
    sent.push({ target, cookie });
    const answer = await ask(address.origin, target, { headers: cookie ? { cookie } : {} });
    for (const line of answer.headers["set-cookie"] ?? []) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "" || /Max-Age=0|1970/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    if (answer.status < 300 || answer.status >= 400) return { address, answer, sent, jar: cookies.get(new URL(team.studio.origin).port) };
    address = new URL(answer.headers.location ?? "", address);
  }
  throw new Error("Expected an end of the redirects");
}

async function comeAs(subject: string | null, to = "/settings") {
  seated = subject;
  return browse(`${peoplePaths.signOn}?to=${encodeURIComponent(to)}`);
}

describe("the team's own accounts", () => {
  it("are offered where one signs in, by the name people know", async () => {
    const page = await ask(team.studio.origin, `${peoplePaths.signInPage}?to=%2Fsettings`);
    expect(page.text).toContain("Sign in with Example Accounts");
    expect(page.text).toContain(`href="${peoplePaths.signOn}?to=%2Fsettings"`);
  });

  it("let in whoever is invited by their address, and bring them to where they wanted to be", async () => {
    await post(team.studio, peoplePaths.invitations, { role: "editor", email: "bob@example.com" }, { cookie: team.owner });
    const { address, answer, jar } = await comeAs("id-bob");
    expect([address.pathname, answer.status]).toEqual(["/settings", 200]);
    expect([...(jar?.keys() ?? [])]).toEqual(["pentimento", "pentimento-last"]);
    const cookie = `pentimento=${jar?.get("pentimento")}`;
    const session = JSON.parse((await call(team.studio, "GET", peoplePaths.session, { cookie })).text);
    expect(session.person).toMatchObject({ name: "Bob", email: "bob@example.com", role: "editor" });
    expect((await post(team.studio, paths.projects, { name: "Of Bob" }, { cookie })).status).toBe(201);
    const again = await comeAs("id-bob", "//evil.example");
    expect(again.address.href).toBe(`${team.studio.origin}/`);
  });

  it.each([
    ["somebody who is not invited", "id-zoe"],
    ["somebody who only claims an owner's address", "id-eve"],
    ["somebody who does not agree", null],
  ])("do not let in %s, and the page says so", async (_who, subject) => {
    const { address, answer, jar } = await comeAs(subject);
    expect([address.pathname, address.searchParams.get("to"), answer.status]).toEqual([peoplePaths.signInPage, "/settings", 200]);
    expect(answer.text).toContain("That did not work.");
    expect([...(jar?.keys() ?? [])]).toEqual([]);
  });

  it("take no answer that another browser asked for, none twice, and none that was changed", async () => {
    seated = "id-bob";
    const begun = await ask(team.studio.origin, peoplePaths.signOn);
    const memory = begun.headers["set-cookie"]?.[0]?.split(";")[0] ?? "";
    const state = new URL(begun.headers.location ?? "").searchParams.get("state") ?? "";
    expect([memory.length > 60, state.length > 20]).toEqual([true, true]);
    for (const [search, cookie] of [
      ["?code=x", memory],
      [`?code=x&state=${state}x`, memory],
      [`?code=x&state=${state}`, memory],
      [`?code=x&state=${state}`, ""],
      ["", memory],
      [`?error=access_denied&state=${state}`, memory],
    ] as const) {
      const answer = await ask(team.studio.origin, `${peoplePaths.signOnReturn}${search}`, { headers: cookie ? { cookie } : {} });
      expect([answer.status, answer.headers.location?.split("?")[0]], search).toEqual([303, peoplePaths.signInPage]);
      expect(answer.headers["set-cookie"]?.some((line) => /^pentimento=/.test(line)) ?? false).toBe(false);
    }
    const { jar, sent } = await browse(peoplePaths.signOn);
    expect(jar?.has("pentimento")).toBe(true);
    const last = sent.find(({ target }) => target.startsWith(peoplePaths.signOnReturn));
    const again = await ask(team.studio.origin, last?.target ?? "", { headers: { cookie: last?.cookie ?? "" } });
    expect(again.headers.location?.split("?")[0]).toBe(peoplePaths.signInPage);
  });
});
