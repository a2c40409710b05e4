import { expect, it } from "vitest";
import { contentSecurityPolicy, transportGuards } from "./page-headers.ts";

function rulesOf(policy: string): Map<string, string> {
  return new Map(policy.split("; ").map((rule) => [rule.slice(0, rule.indexOf(" ")), rule.slice(rule.indexOf(" ") + 1)]));
}

it("lets a page run and load nothing but what is ours", () => {
  const rules = rulesOf(contentSecurityPolicy("n0nce", false));
  expect(rules.get("script-src")).toBe("'self' 'nonce-n0nce' 'strict-dynamic'");
  expect(rules.get("style-src")).toBe("'self' 'nonce-n0nce'");
  expect(rules.get("connect-src")).toBe("'self'");
  for (const name of ["object-src", "base-uri", "frame-ancestors"]) expect(rules.get(name)).toBe("'none'");
  expect([...rules.values()].join(" ")).not.toMatch(/unsafe-eval|https?:|\*/);
});

it("loosens only what the development server needs", () => {
  const rules = rulesOf(contentSecurityPolicy("n0nce", true));
  expect(rules.get("script-src")).toContain("'unsafe-eval'");
  expect(rules.get("connect-src")).toBe("'self' ws:");
  expect(rules.get("object-src")).toBe("'none'");
});

it("is asked for by https alone, for a year, where it is known by such a name", () => {
  expect(transportGuards("https://studio.example.com")).toEqual({ "strict-transport-security": "max-age=31536000" });
  expect([transportGuards(null), transportGuards("http://studio.example.com")]).toEqual([{}, {}]);
});
