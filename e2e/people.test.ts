/** A studio that asks who is there: every route against everybody who may come, and those who try to come another way. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { peoplePaths, type Role, roles } from "#lib/people-wire.ts";
import { type Studio, startStudio } from "#lib/testing/start-studio.ts";
import { paths } from "#lib/wire.ts";
import { isAboutPeople, type ListedRoute, listRoutes } from "./listed-routes.ts";
import { ask } from "./studio-client.ts";
import * as team from "./team.ts";
import { cookieOf, type Headers } from "./team.ts";
import { password, setUpCode, teamEnvironment } from "./team-settings.ts";

const projectName = "Only for the team";
const emailOf = (role: string) => `${role}@example.com`;

let studio: Studio;
let projectId: string;
const cookies = {} as Record<Role, string>;
const tokens = {} as Record<"read" | "run" | "viewers", string>;

const call = (method: string, target: string, headers?: Headers & { readonly body?: string }) => team.call(studio, method, target, headers);
const post = (target: string, value: unknown, headers?: Headers) => team.post(studio, target, value, headers);
const signIn = async (role: Role) => cookieOf(await post(peoplePaths.session, { email: emailOf(role), password }));

beforeAll(async () => {
  const made = await team.startTeam();
  studio = made.studio;
  cookies.owner = made.owner;
  for (const role of ["editor", "viewer"] as const) cookies[role] = await made.join(role, emailOf(role));
  tokens.read = await team.makeToken(studio, cookies.owner, "read");
  tokens.run = await team.makeToken(studio, cookies.editor, "run");
  tokens.viewers = await team.makeToken(studio, cookies.viewer, "run");
  projectId = JSON.parse((await post(paths.projects, { name: projectName }, { cookie: cookies.editor })).text).id;
});
afterAll(() => studio?.stop());

/** Where it is not: those who look may read, those who edit may change. */
const exceptions: readonly (readonly [RegExp, "open" | Role])[] = [
  [/^(GET|POST) \/api\/session$/, "open"],
  [/^GET \/api\/session\/sign-on/, "open"],
  [/^DELETE \/api\/session$/, "viewer"],
  [/ \/api\/(set-up|invited|review|way-back)\b/, "open"],
  [/^POST \/api\/predictions\/\[predictionId\]\/over\//, "open"],
  [/ \/api\/(people|spending)\b/, "owner"],
  [/ \/api\/account\b/, "viewer"],
  [/^GET \/replicate\/v1\/files\//, "open"],
];

function neededFor({ method, place }: ListedRoute): "open" | Role {
  const exception = exceptions.find(([routes]) => routes.test(`${method} ${place}`));
  return exception?.[1] ?? (method === "GET" ? "viewer" : "editor");
}

/** Nothing has such an id, so that whoever is let in changes nothing either. */
const targetOf = ({ place }: ListedRoute) =>
  place
    .replaceAll(/\[\.\.\.\w+\]/g, "nowhere")
    .replace("[side]", "256")
    .replaceAll(/\[\w+\]/g, "none");

describe("every route", () => {
  it("asks who is there before it does anything, and lets in whom it should", async () => {
    const listed = (await listRoutes()).filter(({ place }) => place.startsWith("/api/"));
    expect(listed.length).toBeGreaterThan(50);
    const wrong: string[] = [];
    for (const route of listed) {
      const need = neededFor(route);
      for (const caller of ["nobody", ...roles] as const) {
        const endsSession = route.place === "/api/session" && route.method === "DELETE";
        const cookie = caller === "nobody" ? null : endsSession ? await signIn(caller) : cookies[caller];
        const { status } = await call(route.method, targetOf(route), cookie === null ? {} : { cookie });
        const may = need === "open" || (caller !== "nobody" && roles.indexOf(caller) >= roles.indexOf(need));
        const isLetIn = status !== 401 && status !== 403;
        const isRight = may ? isLetIn || (need === "open" && status === 401) : status === (caller === "nobody" ? 401 : 403);
        if (!isRight) wrong.push(`${route.method} ${route.place} for ${caller}: ${status}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it("of the facade wants a token that may do it, and takes no cookie for one", async () => {
    const listed = (await listRoutes()).filter(({ place }) => place.startsWith("/replicate/v1/"));
    expect(listed.length).toBeGreaterThan(6);
    const callers = {
      nobody: {},
      cookie: { cookie: cookies.owner },
      wrong: { authorization: `Bearer ${tokens.run}x` },
      read: { authorization: `Bearer ${tokens.read}` },
      viewers: { authorization: `Token ${tokens.viewers}` },
      run: { authorization: `Bearer ${tokens.run}` },
    } as const satisfies Record<string, Headers>;
    const wrong: string[] = [];
    for (const route of listed) {
      const need = neededFor(route);
      for (const [caller, headers] of Object.entries(callers)) {
        const { status } = await call(route.method, targetOf(route), headers);
        const isKnown = ["read", "viewers", "run"].includes(caller);
        const may = need === "open" || (isKnown && (need === "viewer" || caller === "run"));
        const isRight = may ? status !== 401 && status !== 403 : status === (isKnown ? 403 : 401);
        if (!isRight) wrong.push(`${route.method} ${route.place} for ${caller}: ${status}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it("elsewhere is known by name: who lives and is ready tells everybody, figures are for a token that may read", async () => {
    const listed = (await listRoutes()).filter(({ place }) => !/^\/(api|replicate)\//.test(place));
    expect(listed.map(({ method, place }) => `${method} ${place}`).toSorted()).toEqual(["GET /healthz", "GET /metrics", "GET /readyz"]);
    for (const place of ["/healthz", "/readyz"]) expect((await call("GET", place)).status, place).toBe(200);
    expect((await call("GET", "/metrics")).status).toBe(401);
    expect((await call("GET", "/metrics", { authorization: `Bearer ${tokens.read}` })).status).toBe(200);
  });

  it("that changes something about people takes no other site's request, though the cookie comes along", async () => {
    const forged: readonly Headers[] = [
      { "sec-fetch-site": "cross-site", origin: "https://example.com" },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site", origin: studio.origin.replace(/\d+$/, "1") },
      { origin: "null" },
      { origin: "http://example.com" },
      { "sec-fetch-site": "same-origin", origin: "http://example.com" },
    ];
    const routes = (await listRoutes()).filter((route) => route.method !== "GET" && isAboutPeople(route));
    expect(routes.length).toBeGreaterThan(10);
    for (const route of routes) {
      for (const headers of forged) {
        const answer = await call(route.method, targetOf(route), { cookie: cookies.owner, ...headers });
        expect(answer.status, `${route.method} ${route.place}`).toBe(403);
      }
    }
  });
});

describe("whoever tries another way in", () => {
  const shapes: readonly (readonly [string, string, Headers])[] = [
    ...[
      "//api/projects",
      "/api//projects",
      "/%61pi/projects",
      "/api%2fprojects",
      "/api/projects/",
      "/API/projects",
      "/api/projects.rsc",
    ].map((target) => [target, target, {}] as const),
    ...[
      "/api/./projects",
      "/x/../api/projects",
      "/api/projects?_rsc=1",
      "/api/projects;x=1",
      "/api/projects%00",
      "/_next/../api/projects",
    ].map((target) => [target, target, {}] as const),
    ...(
      [
        ["x-middleware-subrequest", "proxy:proxy:proxy:proxy:proxy"],
        ["x-middleware-subrequest", "src/middleware:src/middleware:src/middleware:src/middleware:src/middleware"],
        ["x-forwarded-for", "127.0.0.1"],
        ["x-real-ip", "127.0.0.1"],
        ["x-forwarded-host", "127.0.0.1"],
        ["forwarded", "for=127.0.0.1;host=localhost"],
        ["x-original-url", "/api/session"],
        ["x-rewrite-url", "/api/session"],
        ["x-http-method-override", "OPTIONS"],
        ["rsc", "1"],
        ["next-action", "x"],
        ["x-nextjs-data", "1"],
        ["authorization", "Basic YWRtaW46YWRtaW4="],
        ["cookie", "__Host-pentimento=x; pentimento=; session=admin"],
        ["cookie", "pentimento=undefined; pentimento=null"],
        ["x-invoke-path", "/api/session"],
      ] as const
    ).map(([name, value]) => [`${name}: ${value}`, "/api/projects", { [name]: value }] as const),
  ];

  it.each(shapes)("sees nothing: %s", async (_what, target, headers) => {
    const answer = await call("GET", target, headers);
    expect(answer.text).not.toContain(projectName);
    expect([301, 307, 308, 400, 401, 403, 404, 405]).toContain(answer.status);
  });

  it("is sent from every page to the sign-in, and back to where they wanted to be", async () => {
    for (const page of ["/", "/settings", "/people", "/spending", "/projects/prj_none", `/projects/${projectId}`]) {
      const { text } = await ask(studio.origin, page);
      expect(text, page).not.toContain(projectName);
      expect(text, page).toContain(`url=/sign-in?to=${encodeURIComponent(page)}"`);
    }
  });
});

describe("a session", () => {
  it("is a cookie no script can read and no other site sends, and it ends with the sign-out", async () => {
    const answer = await post(peoplePaths.session, { email: emailOf("editor"), password });
    const [cookie] = answer.headers["set-cookie"] ?? [];
    expect(cookie).toMatch(/^pentimento=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Expires=/);
    const own = cookieOf(answer);
    expect(answer.text).not.toContain(own.split("=")[1]);
    expect((await call("GET", paths.projects, { cookie: own })).status).toBe(200);
    const out = await call("DELETE", peoplePaths.session, { cookie: own });
    expect([out.status, out.headers["set-cookie"]?.[0]]).toEqual([204, expect.stringContaining("Max-Age=0")]);
    expect((await call("GET", paths.projects, { cookie: own })).status).toBe(401);
  });

  it("survives a restart of the studio", async () => {
    const { dataFolder, port } = studio;
    const environment = teamEnvironment;
    await studio.kill();
    studio = await startStudio({ environment, dataFolder, port });
    expect((await call("GET", paths.projects, { cookie: cookies.editor })).text).toContain(projectName);
    expect((await post(peoplePaths.setUp, { code: setUpCode, name: "Eve", email: "eve@example.com", password })).status).toBe(404);
  });

  it("is not to be had by guessing: after ten failures the answer is 429, and says when to come back", async () => {
    const email = `${randomUUID()}@example.com`;
    const guess = () => post(peoplePaths.session, { email, password: "guess" });
    for (let index = 0; index < 10; index += 1) expect((await guess()).status).toBe(401);
    const refused = await guess();
    expect([refused.status, refused.headers["retry-after"]]).toEqual([429, expect.stringMatching(/^(900|[1-8]\d\d)$/)]);
  });
});

describe("bad input", () => {
  it.each([
    ["no body", peoplePaths.session, undefined, 400, []],
    ["no password", peoplePaths.session, { email: "a@b" }, 422, ["password"]],
    ["no address at all", peoplePaths.session, { email: "ada", password: "x" }, 422, ["email"]],
    ["a short password", peoplePaths.setUp, { code: setUpCode, name: "A", email: "a@b", password: "short" }, 422, ["password"]],
    ["a role there is not", peoplePaths.invitations, { role: "king", email: null }, 422, ["role"]],
    ["a token for ever and a day", peoplePaths.tokens, { name: "x", scope: "run", days: 3651 }, 422, ["days"]],
    ["a field nobody knows", peoplePaths.tokens, { name: "x", scope: "run", days: 1, isAdmin: true }, 422, ["isAdmin"]],
    ["a password anybody would try", peoplePaths.password, { current: password, next: "passwordpassword" }, 422, ["next"]],
    ["no proof at all", peoplePaths.proof, {}, 422, ["password"]],
    ["a wrong proof", peoplePaths.proof, { password: "wrong" }, 422, ["password"]],
    ["a code of no app", peoplePaths.factorConfirm, { code: "000000" }, 422, ["code"]],
    ["no code", peoplePaths.factorConfirm, { code: " " }, 422, ["code"]],
    ["a way back with a short password", peoplePaths.wayBack, { token: "x", password: "short" }, 422, ["password"]],
    ["a way back that is none", peoplePaths.wayBack, { token: "x", password: "long enough for this" }, 404, []],
    ["an invitation that is none", peoplePaths.invited, { token: "x" }, 404, []],
    ["an invitation without its secret", peoplePaths.join, { name: "A", email: "a@b", password: "long enough for this" }, 422, ["token"]],
    ["a wrong present password", peoplePaths.password, { current: "wrong", next: "long enough for this" }, 422, ["current"]],
  ] as const)("is named by its field: %s", async (_what, target, body, status, fields) => {
    const answer = await call("POST", target, { cookie: cookies.owner, ...(body ? { body: JSON.stringify(body) } : {}) });
    expect(answer.status, answer.text).toBe(status);
    expect(JSON.parse(answer.text).error.faults.map(({ field }: { field: string }) => field)).toEqual(fields);
  });

  it("cannot leave the studio to nobody", async () => {
    const { people } = JSON.parse((await call("GET", peoplePaths.people, { cookie: cookies.owner })).text);
    const { id } = people.find(({ role }: { role: Role }) => role === "owner");
    const answer = await call("PATCH", peoplePaths.person(id), { cookie: cookies.owner, body: JSON.stringify({ role: "viewer" }) });
    expect([answer.status, JSON.parse(answer.text).error.faults[0].field]).toEqual([422, "role"]);
  });
});

describe("a studio that others can reach", () => {
  it("does not start while nobody owns it and nobody could show that it is theirs", async () => {
    const environment = { HOST: "0.0.0.0", PUBLIC_URL: "https://studio.example.com" };
    await expect(startStudio({ environment })).rejects.toThrow(/Nobody owns this installation yet/);
  });

  it("answers to the name people know it by, and binds the session to it", async () => {
    const environment = { HOST: "0.0.0.0", PUBLIC_URL: "https://studio.example.com", SETUP_CODE: setUpCode };
    const open = await startStudio({ environment });
    try {
      const headers = { host: "studio.example.com", "content-type": "application/json", origin: "https://studio.example.com" };
      const body = JSON.stringify({ code: setUpCode, name: "Ada", email: "ada@example.com", password });
      const answer = await ask(open.origin, peoplePaths.setUp, { method: "POST", headers, body });
      expect(answer.headers["strict-transport-security"]).toBe("max-age=31536000");
      expect(answer.headers["set-cookie"]?.[0]).toMatch(/^__Host-pentimento=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure; Expires=/);
      const cookie = cookieOf(answer);
      expect((await ask(open.origin, paths.projects, { headers: { ...headers, cookie } })).status).toBe(200);
      const told = await ask(open.origin, paths.projects, { headers: { ...headers, cookie: cookie.replace("__Host-", "") } });
      expect(told.status).toBe(401);
      for (const host of ["studio.example.com.evil.org", "evil.example", "0.0.0.0"])
        expect((await ask(open.origin, paths.projects, { headers: { host, cookie } })).status, host).toBe(403);
    } finally {
      await open.stop();
    }
  });
});
