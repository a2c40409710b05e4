import { describe, expect, it } from "vitest";
import { codeAt, findStep, keyAddress, newBase32, stepAt } from "./totp.ts";

/** The secret of the standard's own table, "12345678901234567890". */
const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

describe("a code", () => {
  it.each([
    [59, "287082"],
    [1_111_111_109, "081804"],
    [1_111_111_111, "050471"],
    [1_234_567_890, "005924"],
    [2_000_000_000, "279037"],
    [20_000_000_000, "353130"],
  ])("is that of the standard's table at second %i", (second, code) => {
    expect(codeAt(secret, stepAt(second * 1000))).toBe(code);
  });

  it("counts one step before and after its own, and no further", () => {
    const nowMs = 1_234_567_890_000;
    const step = stepAt(nowMs);
    const found = [-2, -1, 0, 1, 2].map((by) => findStep(secret, codeAt(secret, step + by), nowMs));
    expect(found).toEqual([null, step - 1, step, step + 1, null]);
  });

  it("is six digits and nothing else", () => {
    for (const code of ["", "00592", "0059240", "005924 ", "００５９２４", "abcdef"])
      expect(findStep(secret, code, 1_234_567_890_000), code).toBeNull();
  });
});

it("a new secret is as long as the digest, and never the same", () => {
  const made = new Set(Array.from({ length: 50 }, () => newBase32(20)));
  expect(made.size).toBe(50);
  for (const one of made) expect(one).toMatch(/^[A-Z2-7]{32}$/);
});

it("what the app reads names the studio and the person, whatever they are called", () => {
  const address = keyAddress(secret, { studio: "studio.example.com", email: "ada&b=c@example.com" });
  expect(address).toBe(`otpauth://totp/studio.example.com:ada%26b%3Dc%40example.com?secret=${secret}&issuer=studio.example.com`);
});
