import { expect, it } from "vitest";
import { isOwnHost } from "./host-guard.ts";

it.each(["127.0.0.1:3000", "127.0.0.1", "localhost:8080", "LocalHost", "[::1]:3000", "127.8.9.1:1"])(
  "takes %s for this machine",
  (host) => {
    expect(isOwnHost(host, null)).toBe(true);
  },
);

it.each([
  null,
  "",
  "evil.example",
  "evil.example:3000",
  "127.0.0.1.evil.example",
  "localhost.evil.example",
  "localhost.",
  "127.0.0.1:3000@evil.example",
  "evil.example#127.0.0.1",
  "127.0.0.1/evil.example",
  "127.0.0.1, evil.example",
  "127.0.0.1:99999",
  "127.999.0.1",
  "127.1",
  "0.0.0.0:3000",
  "2130706433",
  "[::ffff:127.0.0.1]",
  "192.168.1.5:3000",
])("does not take %s for this machine", (host) => {
  expect(isOwnHost(host, null)).toBe(false);
});

it("takes the name people know it by, with its port, and no other port of that name", () => {
  expect(isOwnHost("Studio.example.com", "studio.example.com")).toBe(true);
  expect(isOwnHost("studio.example.com:8443", "studio.example.com:8443")).toBe(true);
  expect(isOwnHost("127.0.0.1:3000", "studio.example.com")).toBe(true);
  for (const host of ["studio.example.com:81", "a.studio.example.com", "studio.example.com.evil.org", "example.com"])
    expect(isOwnHost(host, "studio.example.com"), host).toBe(false);
});
