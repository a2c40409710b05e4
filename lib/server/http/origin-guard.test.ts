import { expect, it } from "vitest";
import { requireSameOrigin } from "./origin-guard.ts";

const own = "http://127.0.0.1:3000";

function request(method: string, headers: Record<string, string>): Request {
  return new Request(`${own}/api/projects`, { method, headers: { host: "127.0.0.1:3000", ...headers } });
}

it.each<[string, Record<string, string>]>([
  ["a client that is no browser", {}],
  ["our own page", { "sec-fetch-site": "same-origin", origin: own }],
  ["our own page in an older browser", { origin: own }],
  ["a person who typed the address", { "sec-fetch-site": "none" }],
])("lets %s change things", (_who, headers) => {
  expect(() => requireSameOrigin(request("POST", headers))).not.toThrow();
});

it.each<[string, Record<string, string>]>([
  ["another site", { "sec-fetch-site": "cross-site", origin: "https://evil.example" }],
  ["another site that hides its origin", { "sec-fetch-site": "cross-site" }],
  ["another program on this machine", { "sec-fetch-site": "same-site", origin: "http://127.0.0.1:5000" }],
  ["a sandboxed frame", { origin: "null" }],
  ["a sandboxed frame in a newer browser", { "sec-fetch-site": "cross-site", origin: "null" }],
  ["another site in an older browser", { origin: "http://evil.example" }],
  ["another port in an older browser", { origin: "http://127.0.0.1:3001" }],
  ["headers that contradict each other", { "sec-fetch-site": "same-origin", origin: "https://evil.example" }],
  ["an origin that is no address", { origin: "127.0.0.1:3000" }],
])("keeps %s from changing things", (_who, headers) => {
  for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
    expect(() => requireSameOrigin(request(method, headers))).toThrowError(expect.objectContaining({ code: "cross_site", status: 403 }));
  }
});

it("lets anybody ask, since the answer cannot be read elsewhere", () => {
  expect(() => requireSameOrigin(request("GET", { "sec-fetch-site": "cross-site" }))).not.toThrow();
});
