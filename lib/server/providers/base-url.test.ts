import { describe, expect, it } from "vitest";
import { replicateBase } from "./base-url.ts";

describe("a gateway's address", () => {
  it.each(["", "/", "//", "/v1", "/v1/", "/v1//"])("means the same with %j behind it", (tail) => {
    expect(replicateBase(`https://api.replicate.com${tail}`)).toBe("https://api.replicate.com/v1");
    expect(replicateBase(`https://api.quickrouter.ai/replicate${tail}`)).toBe("https://api.quickrouter.ai/replicate/v1");
  });

  it.each([
    ["HTTPS://API.Example.com:443/Replicate", "https://api.example.com/Replicate/v1"],
    ["https://gateway.example.com:8443/a/b/v1", "https://gateway.example.com:8443/a/b/v1"],
    ["http://127.0.0.1:4010/replicate/", "http://127.0.0.1:4010/replicate/v1"],
    ["http://localhost:4010", "http://localhost:4010/v1"],
    ["http://[::1]:4010/v1", "http://[::1]:4010/v1"],
  ])("%s is %s", (written, expected) => expect(replicateBase(written)).toBe(expected));

  it.each([
    "http://api.replicate.com",
    "http://192.168.1.5/replicate",
    "http://localhost.example.com",
    "ftp://api.replicate.com",
    "https://user:secret@api.replicate.com",
    "https://api.replicate.com/?key=1",
    "https://api.replicate.com/#v1",
    "api.replicate.com",
    "",
  ])("%j is refused without repeating it", (written) => {
    expect(() => replicateBase(written)).toThrow(/^an (https )?address/);
  });
});
