import { expect, it } from "vitest";
import { createCallAddresses } from "./call-addresses.ts";

const origin = "https://studio.example.com";
const addresses = createCallAddresses({ secret: "r8_one", origin });
const tokenOf = (address: string) => address.split("/").at(-1) ?? "";

it("gives each run an address of its own, which opens that run and no other", () => {
  const one = addresses.of("prd_1");
  expect(one).toMatch(/^https:\/\/studio\.example\.com\/api\/predictions\/prd_1\/over\/[\w-]{43}$/);
  expect(addresses.isTokenOf("prd_1", tokenOf(one))).toBe(true);
  expect(addresses.isTokenOf("prd_2", tokenOf(one))).toBe(false);
  expect(tokenOf(addresses.of("prd_2"))).not.toBe(tokenOf(one));
});

it("is the same for every process that has the gateway's key, and worth nothing with another", () => {
  const token = tokenOf(addresses.of("prd_1"));
  expect(createCallAddresses({ secret: "r8_one", origin }).isTokenOf("prd_1", token)).toBe(true);
  expect(createCallAddresses({ secret: "r8_two", origin }).isTokenOf("prd_1", token)).toBe(false);
});

it.each(["", "x", "prd_1", "A".repeat(43), "A".repeat(10_000), "ü".repeat(43)])("is not opened by %s", (token) => {
  expect(addresses.isTokenOf("prd_1", token)).toBe(false);
});

it("tells nothing of the key", () => {
  expect(addresses.of("prd_1")).not.toContain("r8_one");
});
