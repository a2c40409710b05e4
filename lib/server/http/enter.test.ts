import { expect, it } from "vitest";
import type { House } from "#lib/server/house.ts";
import { answerEntered } from "./enter.ts";

const house = { config: { publicUrl: new URL("https://studio.example.com") } } as unknown as House;
const person = { id: "psn_ada", name: "Ada", email: "ada@example.com", role: "editor" } as const;
const entered = { secret: "s3cret", expiresAtMs: 0, person: { ...person, isDisabled: false, hasFactor: false, createdAt: "" } };
const enter = (cookie: string) => answerEntered(new Request("https://studio.example.com/", { headers: { cookie } }), house, entered);

it("whoever comes in has the secret in a cookie alone, and the browser remembers whose work it keeps", async () => {
  const answer = enter("");
  expect(answer.headers.getSetCookie()).toEqual([
    "__Host-pentimento=s3cret; Path=/; HttpOnly; SameSite=Lax; Secure; Expires=Thu, 01 Jan 1970 00:00:00 GMT",
    "__Host-pentimento-last=psn_ada; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=31536000",
  ]);
  expect(await answer.text()).not.toContain("s3cret");
});

it("what another kept in this browser goes, and what is one's own stays", () => {
  expect(enter("__Host-pentimento-last=psn_bob").headers.get("clear-site-data")).toBe('"storage"');
  for (const own of ["", "__Host-pentimento-last=psn_ada", "pentimento-last=psn_bob"])
    expect(enter(own).headers.get("clear-site-data"), own).toBeNull();
});
