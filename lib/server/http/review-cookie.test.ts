import { expect, it } from "vitest";
import { keepLink, readLink } from "./review-cookie.ts";

const link = { shareId: "shr_01", token: "secret" };
const open = { publicUrl: new URL("https://studio.example.com") };
const alone = { publicUrl: null };
const written = (door: typeof open | typeof alone) => keepLink(new Response(), door, link).headers.get("set-cookie") ?? "";

it("is sent below its own link and nowhere else, and no script reads it", () => {
  expect(written(alone)).toBe("pentimento-review=secret; Path=/api/review/shr_01; HttpOnly; SameSite=Strict");
  expect(written(open)).toBe("__Secure-pentimento-review=secret; Path=/api/review/shr_01; HttpOnly; SameSite=Strict; Secure");
});

it("is read by the name it was written with", () => {
  const request = (cookie: string) => ({ headers: new Headers({ cookie }) });
  expect(readLink(request(`x=1; ${written(open).split(";")[0]}`), open)).toBe("secret");
  expect(readLink(request("pentimento-review=secret"), open)).toBe("");
  expect(readLink({ headers: new Headers() }, alone)).toBe("");
});
