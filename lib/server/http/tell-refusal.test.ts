import { beforeEach, expect, it, vi } from "vitest";
import { AppError, invalidInput } from "#lib/errors.ts";
import { log } from "#lib/server/log.ts";
import { tellRefusal } from "./tell-refusal.ts";

const logged = vi.spyOn(log, "warn");
const minuteMs = 60_000;
const asked = { request: "req_1", method: "GET", path: "/api/people", person: "psn_1", address: "192.0.2.1" };
const notAllowed = new AppError("not_allowed", "Expected owner");
let nowMs = 0;

beforeEach(() => {
  nowMs += 10 * minuteMs;
  // Whatever an earlier test left untold is told here.
  tellRefusal(notAllowed, asked, nowMs);
  nowMs += 10 * minuteMs;
  logged.mockReset().mockImplementation(() => {});
});

it("tells who asked for what and why not: a person by their id, a stranger by their address", () => {
  tellRefusal(notAllowed, asked, nowMs);
  tellRefusal(new AppError("sign_in_required", "x"), { ...asked, person: null, path: "/api/review/secret/remarks" }, nowMs);
  expect(logged.mock.calls).toEqual([
    [{ request: "req_1", method: "GET", path: "/api/people", code: "not_allowed", person: "psn_1" }, "refused"],
    [{ request: "req_1", method: "GET", path: "/api/review/…/remarks", code: "sign_in_required", address: "192.0.2.1" }, "refused"],
  ]);
});

it("tells which field was wrong and by which rule, and nothing of what was sent", () => {
  const error = invalidInput({ field: "a".repeat(500), rule: "unknown", message: "Expected no field but received a secret" });
  tellRefusal(error, asked, nowMs);
  expect(logged.mock.calls[0]?.[0]).toMatchObject({ code: "invalid_input", fields: [`${"a".repeat(60)}: unknown`] });
  expect(JSON.stringify(logged.mock.calls)).not.toContain("secret");
});

it("tells what is answered as if it were not there where it was somebody's eyes it is not for, and else not", () => {
  tellRefusal(new AppError("not_found", "Expected the id of something that is there"), asked, nowMs);
  expect(logged).not.toHaveBeenCalled();
  const hidden = new AppError("not_found", "Expected the id of something that is there", { refusedTo: "psn_2" });
  tellRefusal(hidden, { ...asked, person: null }, nowMs);
  expect(logged.mock.calls[0]?.[0]).toMatchObject({ code: "not_found", person: "psn_2" });
});

it("tells no step on the way and no failure of ours", () => {
  for (const code of ["code_required", "proof_required", "internal", "not_found", "busy"] as const)
    tellRefusal(new AppError(code, "x"), asked, nowMs);
  expect(logged).not.toHaveBeenCalled();
});

it("tells ten of one asker in a minute, of others all the same, and then how many it left out", () => {
  for (let count = 0; count < 25; count += 1) tellRefusal(notAllowed, asked, nowMs + count);
  tellRefusal(notAllowed, { ...asked, person: "psn_2" }, nowMs + 30);
  expect(logged).toHaveBeenCalledTimes(11);
  tellRefusal(notAllowed, asked, nowMs + minuteMs);
  expect(logged.mock.calls.slice(11)).toEqual([
    [{ count: 15 }, "refused-more"],
    [expect.objectContaining({ person: "psn_1" }), "refused"],
  ]);
});

it("tells three hundred of all together in a minute", () => {
  for (let count = 0; count < 400; count += 1) tellRefusal(notAllowed, { ...asked, person: `psn_${count}` }, nowMs + count);
  expect(logged).toHaveBeenCalledTimes(300);
});
