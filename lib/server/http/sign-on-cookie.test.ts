import { expect, it } from "vitest";
import { endJourney, keepJourney, readJourney } from "./sign-on-cookie.ts";

const journey = { memory: { state: "s", nonce: "n", verifier: "v" }, to: "/projects/prj_one?mode=fill" };
const doors = [{ publicUrl: null }, { publicUrl: new URL("https://studio.example.com") }] as const;

const request = (cookie: string) => ({ headers: new Headers({ cookie }) });
const written = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

it.each(doors)("what is kept comes back, out of reach of scripts and other sites", (door) => {
  const [cookie = ""] = keepJourney(new Response(null), door, journey).headers.getSetCookie();
  expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Lax(; Secure)?; Max-Age=600$/);
  expect(cookie.startsWith("__Host-") && cookie.includes("Secure")).toBe(door.publicUrl !== null);
  expect(readJourney(request(cookie.split(";")[0] ?? ""), door)).toEqual(journey);
  expect(endJourney(new Response(null), door).headers.getSetCookie()[0]).toContain("Max-Age=0");
});

it.each([
  ["nothing", ""],
  ["no JSON", "e30x"],
  ["another form", written({ memory: {}, to: "/" })],
  ["a place elsewhere", written({ ...journey, to: "//evil.example" })],
  ["a place elsewhere by a backslash", written({ ...journey, to: "/\\evil.example" })],
])("%s is no journey", (_what, value) => {
  expect(readJourney(request(`pentimento-sign-on=${value}`), { publicUrl: null })).toBeNull();
});
