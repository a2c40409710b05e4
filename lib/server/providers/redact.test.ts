import { expect, it } from "vitest";
import { redact } from "./redact.ts";

const secret = 'r8_Odd+key/"9"=';
const base64 = (text: string) => Buffer.from(text).toString("base64");

it.each([
  ["plain", `key ${secret}, again ${secret}`, "key …, again …"],
  ["URL-encoded", `?key=${encodeURIComponent(secret)}&x`, "?key=…&x"],
  ["JSON-escaped", `{"key":${JSON.stringify(secret)}}`, '{"key":"…"}'],
  ["base64", `Basic ${base64(secret)}`, "Basic …"],
])("takes out a key that is %s", (_form, text, expected) => expect(redact(text, [secret])).toBe(expected));

it("takes the certain part out of base64 of a longer text, wherever the key begins in it", () => {
  for (const before of ["", "u", "us", "use", "user:"]) {
    const left = redact(base64(`${before}${secret}:tail`), [secret]);
    expect(left, before).toContain("…");
    expect(Buffer.from(left, "base64").toString("latin1")).not.toContain("Odd+key");
  }
});

it("leaves other texts and keys too short to be keys alone", () => {
  expect(redact("a boat at sea", [secret])).toBe("a boat at sea");
  expect(redact("abc abc", ["abc"])).toBe("abc abc");
});
