import { expect, it } from "vitest";
import { cleanText } from "./clean-text.ts";

it.each([
  ["  plain\n words ", "plain words"],
  ["You have insufficient credit. Go to https://replicate.com/account/billing#billing to buy more.", "You have insufficient credit. ."],
  ["Invalid token: r8_abcdefghijklmnop", "Invalid token: …"],
  ["Incorrect API key provided: sk-12345678***abcd", "Incorrect API key provided: …"],
  ["header was 'Bearer abc.def'", "header was 'Bearer …"],
  ["the secret is hunter-the-second", "the secret is …"],
  ["see data:image/png;base64,AAAA== there", "see … there"],
  ["<html><head><style>a{}</style><script>evil()</script></head><body><h1>502</h1> Bad Gateway</body></html>", "502 Bad Gateway"],
  ["a\u0000b\u001b[31mc", "a b [31mc"],
  ["", ""],
])("%j becomes %j", (text, expected) => expect(cleanText(text, ["hunter-the-second"])).toBe(expected));

it("shortens long texts", () => {
  expect(cleanText("word ".repeat(100_000), [])).toHaveLength(300);
  expect(cleanText("word ".repeat(100_000), []).endsWith("…")).toBe(true);
});

it("takes no time over text made to be slow", () => {
  const slow = [`${"<".repeat(200_000)}`, `${"<script".repeat(30_000)}`, `${"a-".repeat(100_000)}`, `${"*".repeat(200_000)}`];
  expect(slow.map((text) => cleanText(text, []).length <= 300)).toEqual([true, true, true, true]);
});
