import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { AppError, invalidInput } from "#lib/errors.ts";
import { log } from "#lib/server/log.ts";
import type { Caller } from "#lib/server/people/people.ts";
import { route } from "./route.ts";
import { nobodyHere, routes } from "./routes.ts";

const context = { params: Promise.resolve({}) };
const logged = vi.spyOn(log, "error");

beforeEach(() => void logged.mockImplementation(() => {}));
afterEach(() => void logged.mockReset());

function ask(init: RequestInit = {}, host = "127.0.0.1:3000"): Request {
  return new Request("http://127.0.0.1:3000/api/x", { ...init, headers: { host, ...init.headers } });
}

const owner: Caller = { person: null, role: "owner", sessionId: null };
const admit = async () => owner;
const doors = { admitBy: () => admit };
const answers = routes({ GET: () => new Response("read"), POST: () => new Response("made") }, {}, doors);

function failing(error: unknown) {
  return route(() => {
    throw error;
  }, admit);
}

describe("an answer", () => {
  it("carries an id of its own and the guards", async () => {
    const answer = route(() => Response.json({ fine: true }), admit);
    const [first, second] = [await answer(ask(), context), await answer(ask(), context)];
    expect(await first.json()).toEqual({ fine: true });
    expect(first.headers.get("x-request-id")).toMatch(/^req_[0-9a-z]{26}$/);
    expect(first.headers.get("x-request-id")).not.toBe(second.headers.get("x-request-id"));
    expect(Object.fromEntries(first.headers)).toMatchObject({
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "same-origin",
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
    });
  });

  it("keeps a caching rule that the handler has set", async () => {
    const response = await route(() => new Response("", { headers: { "cache-control": "private" } }), admit)(ask(), context);
    expect(response.headers.get("cache-control")).toBe("private");
  });

  it("gives the handler the parts of the address", async () => {
    const answer = route<{ id: string }>((_request, { id }) => new Response(id), admit);
    expect(await (await answer(ask(), { params: Promise.resolve({ id: "7" }) })).text()).toBe("7");
  });
});

describe("a refusal", () => {
  it("tells the code, the sentence, the cost and the fields", async () => {
    const error = invalidInput({ field: "prompt", rule: "required", message: "Expected a value for prompt but received none" });
    const response = await failing(error)(ask(), context);
    expect(response.status).toBe(422);
    expect(await response.json()).toEqual({
      error: {
        code: "invalid_input",
        message: "Expected a value for prompt but received none",
        charged: "no",
        faults: error.faults,
        requestId: response.headers.get("x-request-id"),
      },
    });
    expect(logged).not.toHaveBeenCalled();
  });

  it("says in whole seconds when to come back", async () => {
    const response = await failing(new AppError("busy", "Expected a free place", { retryAfterMs: 1200 }))(ask(), context);
    expect([response.status, response.headers.get("retry-after")]).toEqual([503, "2"]);
  });

  it("is recognised when it was thrown by another copy of the same class", async () => {
    const { AppError: TwinError } = await vi.importActual<typeof import("#lib/errors.ts")>("#lib/errors.ts?twin");
    expect(TwinError).not.toBe(AppError);
    expect((await failing(new TwinError("not_found", "Expected a picture"))(ask(), context)).status).toBe(404);
  });

  it("meets a foreign Host before the handler runs", async () => {
    const handler = vi.fn(() => new Response());
    const response = await route(handler, admit)(ask({}, "evil.example"), context);
    expect([response.status, (await response.json()).error.code]).toEqual([403, "host_not_allowed"]);
    expect(handler).not.toHaveBeenCalled();
  });

  it("meets another site before the handler runs", async () => {
    const handler = vi.fn(() => new Response());
    const response = await route(handler, admit)(ask({ method: "POST", headers: { "sec-fetch-site": "cross-site" } }), context);
    expect([response.status, (await response.json()).error.code]).toEqual([403, "cross_site"]);
    expect(handler).not.toHaveBeenCalled();
  });
});

describe("what was refused", () => {
  const told = vi.spyOn(log, "warn");
  beforeEach(() => void told.mockReset().mockImplementation(() => {}));
  const person = { id: "psn_1", name: "Ada", email: "ada@example.com", role: "viewer", isDisabled: false, hasFactor: false } as const;
  const viewer: Caller = { person: { ...person, createdAt: "" }, role: "viewer", sessionId: "ses_1" };

  it("to whom is known when the door is passed stands in the log with their id, the route and why", async () => {
    const refuse = () => {
      throw invalidInput({ field: "prompt", rule: "required", message: "Expected a prompt but received a secret" });
    };
    const response = await route(refuse, async () => viewer)(ask({ method: "POST" }), context);
    const request = response.headers.get("x-request-id");
    const facts = { request, method: "POST", path: "/api/x", code: "invalid_input", person: "psn_1", fields: ["prompt: required"] };
    expect(told.mock.calls).toEqual([[facts, "refused"]]);
  });

  it("at the door does so too, and a stranger by the address they came from", async () => {
    const closed = async () => {
      throw new AppError("not_allowed", "Expected owner", { refusedTo: "psn_2" });
    };
    await route(() => new Response(), closed)(ask(), context);
    await route(() => new Response(), admit)(ask({ headers: { "x-forwarded-for": "10.0.0.1, 192.0.2.7" } }, "evil.example"), context);
    expect(told.mock.calls.map(([facts]) => facts)).toMatchObject([
      { code: "not_allowed", person: "psn_2" },
      { code: "host_not_allowed", address: "192.0.2.7" },
    ]);
  });
});

describe("a failure nobody foresaw", () => {
  it("leaves only its id, and the log has the rest", async () => {
    const cause = new Error("disk /var/x is full");
    const response = await failing(new Error("Row 7 broke", { cause }))(ask(), context);
    const text = await response.text();
    expect([response.status, JSON.parse(text).error.code]).toEqual([500, "internal"]);
    expect(text).not.toMatch(/Row 7|disk|\.ts/);
    const [facts] = logged.mock.calls.flat();
    expect(facts).toMatchObject({ request: response.headers.get("x-request-id") });
    expect(JSON.parse(JSON.stringify(facts)).trace.join("\n")).toMatch(/Error: Row 7 broke\n +at .*\nError: disk \/var\/x is full/s);
  });

  it("hides the sentence of an inner error that calls itself internal", async () => {
    const response = await failing(new AppError("internal", "Expected a thumbnail at /secret/place"))(ask(), context);
    expect(await response.text()).not.toContain("/secret/place");
    expect(logged).toHaveBeenCalledTimes(1);
  });

  it("is nobody's failure when the caller has hung up", async () => {
    const signal = AbortSignal.abort();
    const response = await failing(signal.reason)(ask({ signal }), context);
    expect(response.status).toBe(400);
    expect(logged).not.toHaveBeenCalled();
  });
});

describe("the methods of an address", () => {
  it("are answered where there is a handler", async () => {
    expect(await (await answers.GET(ask(), context)).text()).toBe("read");
    expect(await (await answers.POST(ask({ method: "POST" }), context)).text()).toBe("made");
  });

  it("are told where there is none", async () => {
    const response = await answers.DELETE(ask({ method: "DELETE" }), context);
    expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD, POST"]);
    expect((await response.json()).error.code).toBe("method_not_allowed");
    const options = await answers.OPTIONS(ask({ method: "OPTIONS" }), context);
    expect([options.status, options.headers.get("allow")]).toEqual([204, "GET, HEAD, POST, OPTIONS"]);
  });

  it("are not told to a foreign Host", async () => {
    const response = await answers.DELETE(ask({ method: "DELETE" }, "evil.example"), context);
    expect([response.status, response.headers.get("allow")]).toEqual([403, null]);
  });

  it("all find nobody at an address that does not exist", async () => {
    for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"] as const) {
      const response = await nobodyHere(doors)[method](ask({ method }), context);
      expect([response.status, (await response.json()).error.code]).toEqual([404, "not_found"]);
    }
  });
});

describe("who may", () => {
  it("is asked with what the address names, unless nothing of it is shown", async () => {
    const named: unknown[] = [];
    const asking = {
      admitBy: () => async (_request: Request, names: unknown) => {
        named.push(names);
        return owner;
      },
    };
    const params = { projectId: "prj_1" };
    const handler = () => new Response();
    const ways = [
      routes<typeof params>({ GET: handler }, {}, asking),
      routes<typeof params>({ GET: handler }, { showsNothing: true }, asking),
    ];
    for (const way of ways) await way.GET(ask(), { params: Promise.resolve(params) });
    expect(named).toEqual([params, null]);
  });

  const needs: string[] = [];
  const refusing = {
    admitBy: (need: string) => async () => {
      needs.push(need);
      throw new AppError("sign_in_required", "Expected somebody who is signed in");
    },
  };

  it("is asked before the handler runs: those who look read, those who edit change, unless an address says otherwise", async () => {
    const handler = vi.fn(() => new Response());
    const plain = routes({ GET: handler, POST: handler, DELETE: handler }, {}, refusing);
    const own = routes({ GET: handler, PATCH: handler }, { all: "owner", GET: "editor" }, refusing);
    const asked = [
      plain.GET(ask(), context),
      plain.POST(ask({ method: "POST" }), context),
      plain.DELETE(ask({ method: "DELETE" }), context),
    ];
    asked.push(own.GET(ask(), context), own.PATCH(ask({ method: "PATCH" }), context));
    for (const response of await Promise.all(asked)) expect(response.status).toBe(401);
    expect(needs).toEqual(["viewer", "editor", "editor", "editor", "owner"]);
    expect(handler).not.toHaveBeenCalled();
  });
});
