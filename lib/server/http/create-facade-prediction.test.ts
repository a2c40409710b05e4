import { expect, it } from "vitest";
import type { CreateRequest } from "#lib/server/facade/facade.ts";
import type { House } from "#lib/server/house.ts";
import type { Caller } from "#lib/server/people/people.ts";
import { createFacadePrediction } from "./create-facade-prediction.ts";

const caller: Caller = { person: null, role: "owner", sessionId: null };

/** A house of which only the facade's create is asked. */
function houseWith(isOver: boolean) {
  const asked: CreateRequest[] = [];
  const facade = {
    create: async (request: CreateRequest) => {
      asked.push(request);
      return { prediction: { id: "x" }, isOver };
    },
  };
  return { house: { facade, config: { rates: { runs: null } } } as unknown as House, asked };
}

function sent(body: string, headers: Record<string, string> = {}): Request {
  return new Request("http://127.0.0.1:3000/replicate/v1/predictions", {
    method: "POST",
    body,
    headers: { host: "localhost:3000", ...headers },
  });
}

it("hands over what was asked, by whom it was reached and how long to wait", async () => {
  const { house, asked } = houseWith(true);
  const request = sent('{"input":{"prompt":"a"}}', { prefer: "wait=5", "idempotency-key": "k1" });
  const response = await createFacadePrediction(house, request, { model: "acme/paint-2", caller });
  expect([response.status, response.headers.get("preference-applied"), await response.json()]).toEqual([201, "wait=5", { id: "x" }]);
  expect(asked).toEqual([
    {
      model: "acme/paint-2",
      caller,
      body: { input: { prompt: "a" } },
      origin: "http://localhost:3000",
      idempotencyKey: "k1",
      waitMs: 5000,
      signal: request.signal,
    },
  ]);
});

it("answers 202 only when it was asked to wait and could not wait to the end", async () => {
  expect((await createFacadePrediction(houseWith(false).house, sent("{}", { prefer: "wait=1" }), { model: null, caller })).status).toBe(
    202,
  );
  const plain = await createFacadePrediction(houseWith(false).house, sent("{}"), { model: null, caller });
  expect([plain.status, plain.headers.get("preference-applied")]).toEqual([201, null]);
});

it.each([
  ["", "Failed to parse request body as JSON: EOF"],
  ["  ", "Failed to parse request body as JSON: EOF"],
  ['{"input":', "Failed to parse request body as JSON: "],
])("says that %j is no JSON, and asks nothing", async (body, message) => {
  const { house, asked } = houseWith(true);
  await expect(createFacadePrediction(house, sent(body), { model: null, caller })).rejects.toMatchObject({
    code: "bad_request",
    message: expect.stringContaining(message),
  });
  expect(asked).toEqual([]);
});

it("refuses a body above 32 MB before reading it", async () => {
  const { house } = houseWith(true);
  const request = sent("{}", { "content-length": String(32 * 1024 * 1024 + 1) });
  await expect(createFacadePrediction(house, request, { model: null, caller })).rejects.toMatchObject({ code: "too_large" });
});
