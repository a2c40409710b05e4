import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { ConfigError, readConfig, settingNames } from "./config.ts";
import { secretNames } from "./setting-text.ts";

const dayMs = 24 * 3600 * 1000;
const read = (environment: Record<string, string>) => readConfig(environment);

function faultsOf(environment: Record<string, string>): readonly string[] {
  try {
    read(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
}

describe("readConfig", () => {
  it("needs no setting at all: this machine, SQLite, the local engine", () => {
    expect(read({})).toEqual({
      role: "all",
      host: "127.0.0.1",
      port: 3000,
      auth: "none",
      publicUrl: null,
      setUpCode: null,
      signOn: null,
      sessions: { longestMs: { password: 90 * dayMs, provider: dayMs / 2 }, mostEach: 10, needsFactor: false },
      dataFolder: path.resolve("data"),
      replicate: null,
      calledAt: null,
      databaseUrl: null,
      blobs: null,
      predictionDeadlineMs: 600_000,
      rates: { runs: null, uploads: null },
      mostGuesses: 10,
      logLevel: "warn",
      workerAddress: null,
      traces: null,
    });
  });

  it("takes a key for Replicate itself unless another service is named", () => {
    expect(read({ REPLICATE_API_TOKEN: " r8_key " }).replicate).toEqual({
      token: "r8_key",
      baseUrl: "https://api.replicate.com/v1",
      resultHosts: [],
    });
  });

  it.each([
    "https://api.quickrouter.ai/replicate",
    "https://api.quickrouter.ai/replicate/",
    "https://api.quickrouter.ai/replicate/v1",
    "https://API.quickrouter.ai/replicate/v1/",
  ])("understands %s as one and the same service", (written) => {
    expect(read({ REPLICATE_API_TOKEN: "k", REPLICATE_BASE_URL: written }).replicate?.baseUrl).toBe(
      "https://api.quickrouter.ai/replicate/v1",
    );
  });

  it("takes a provider of accounts whole or not at all", () => {
    const given = { OIDC_ISSUER: "https://id.example.com/tenant", OIDC_CLIENT_ID: "studio", OIDC_NEWCOMERS: "viewer" };
    expect(read(given).signOn).toEqual({
      ...{ issuer: new URL(given.OIDC_ISSUER), clientId: "studio", clientSecret: null, name: "id.example.com", newcomers: "viewer" },
      ...{ classes: [], methods: [] },
    });
    expect(read({ ...given, OIDC_ACR: "phr  phrh", OIDC_AMR: "otp" }).signOn).toMatchObject({ classes: ["phr", "phrh"], methods: ["otp"] });
    expect(read({ ...given, OIDC_NAME: "Accounts", OIDC_CLIENT_SECRET: "s" }).signOn).toMatchObject({
      name: "Accounts",
      clientSecret: "s",
    });
    for (const [wrong, name] of [
      [{ ...given, OIDC_ISSUER: "http://id.example.com" }, "OIDC_ISSUER"],
      [{ ...given, OIDC_ISSUER: "id.example.com" }, "OIDC_ISSUER"],
      [{ ...given, OIDC_CLIENT_ID: "" }, "OIDC_CLIENT_ID"],
      [{ ...given, OIDC_NEWCOMERS: "owner" }, "OIDC_NEWCOMERS"],
      [{ OIDC_CLIENT_ID: "studio" }, "OIDC_CLIENT_ID"],
    ] as const) {
      expect(faultsOf(wrong)).toEqual([expect.stringContaining(name)]);
    }
  });

  it("tells every fault at once, each with its name and what was expected", () => {
    const faults = faultsOf({
      PORT: "70000",
      HOST: "studio.example.com",
      REPLICATE_BASE_URL: "http://example.com",
      RESULT_HOSTS: "files.example.com, nohost",
      DATABASE_URL: "mysql://x",
      BLOBS_URL: "s3://pictures",
      PREDICTION_DEADLINE_S: "soon",
    });
    expect(faults.map((fault) => /for ([A-Z_]+)/.exec(fault)?.[1])).toEqual([
      "PORT",
      "HOST",
      "REPLICATE_BASE_URL",
      "RESULT_HOSTS",
      "DATABASE_URL",
      "BLOBS_URL",
      "PREDICTION_DEADLINE_S",
    ]);
    expect(faults.every((fault) => fault.startsWith("Expected "))).toBe(true);
  });

  it.each([
    ["PORT", ["0", "65536", "3000.5", "-1", "0x50", "three"]],
    ["HOST", ["example.com", "127.0.0.1.example.com", "1.2.3"]],
    ["AUTH", ["None", "everyone"]],
    ["PUBLIC_URL", ["studio.example.com", "ftp://studio.example.com", "https://studio.example.com/x", "https://a:b@studio.example.com"]],
    ["SETUP_CODE", ["short", "with spaces in between it"]],
    ["REPLICATE_API_TOKEN", ["two words", "line\nbreak", "schlüssel"]],
    [
      "REPLICATE_BASE_URL",
      ["replicate", "ftp://host", "http://api.example.com", "https://me:pw@host", "https://host?x=1", "https://host#x"],
    ],
    ["REPLICATE_WEBHOOKS", ["yes", "ON", "true"]],
    ["RESULT_HOSTS", ["host", "https://files.example.com", "files.example.com/x", "*.com.*", "*"]],
    ["DATABASE_URL", ["mysql://host/db", "sqlite.db", "postgres://", "postgres:// host"]],
    ["BLOBS_URL", ["s3://bucket", "https://key:secret@host/bucket", "/var/pictures"]],
    ["LOG_LEVEL", ["loud", "INFO", "30"]],
    ["WORKER_ADDRESS", ["9464", "127.0.0.1", "127.0.0.1:70000", "http://127.0.0.1:9464"]],
    ["ROLE", ["Web", "both", "web,worker"]],
    ["PREDICTION_DEADLINE_S", ["0", "4", "86401", "10m", "-600"]],
    ["RUNS_PER_MINUTE", ["-1", "many", "1000001"]],
    ["UPLOADS_PER_MINUTE", ["-1", "1.5", "1000001"]],
    ["SIGN_IN_GUESSES", ["0", "2", "1001"]],
  ])("names %s, and only it, when that cannot be used", (name, values) => {
    for (const value of values) expect(faultsOf({ [name]: value }), value).toEqual([expect.stringContaining(` for ${name}`)]);
  });

  it("limits how often one may run and upload where people sign in, and nobody on their own machine who does not ask for it", () => {
    expect(read({}).rates).toEqual({ runs: null, uploads: null });
    expect(read({ AUTH: "people" }).rates).toEqual({ runs: 300, uploads: 600 });
    expect(read({ AUTH: "people", RUNS_PER_MINUTE: "0", UPLOADS_PER_MINUTE: "7" }).rates).toEqual({ runs: null, uploads: 7 });
    expect(read({ RUNS_PER_MINUTE: "20" }).rates.runs).toBe(20);
  });

  it("counts an empty setting as left out", () => {
    expect(read(Object.fromEntries(settingNames.map((name) => [name, " "])))).toEqual(read({}));
  });

  it("never repeats what may hold a secret", () => {
    const told = faultsOf({
      REPLICATE_API_TOKEN: "se cret",
      DATABASE_URL: "mysql://user:secret@host/db",
      REPLICATE_BASE_URL: "https://user:secret@host",
      RESULT_HOSTS: "https://user:secret@host",
      BLOBS_URL: "s3://key:secret@host/Bucket",
    }).join();
    expect(told).toMatch(/REPLICATE_API_TOKEN.*REPLICATE_BASE_URL.*RESULT_HOSTS.*DATABASE_URL.*BLOBS_URL/);
    expect(told).not.toContain("cret");
  });
});

describe("where a gateway may call", () => {
  const gateway = { REPLICATE_API_TOKEN: "k", REPLICATE_WEBHOOKS: "on" };
  const local = { ...gateway, REPLICATE_BASE_URL: "http://127.0.0.1:4000/replicate" };
  const open = "https://studio.example.com";

  it("is the address people open, where it is wanted and there is a gateway", () => {
    expect(read({ ...gateway, PUBLIC_URL: open }).calledAt?.origin).toBe(open);
    expect(read({ ...gateway, PUBLIC_URL: open, REPLICATE_WEBHOOKS: "off" }).calledAt).toBeNull();
    expect(read({ ...gateway, PUBLIC_URL: open, REPLICATE_WEBHOOKS: "" }).calledAt).toBeNull();
    expect(read({ REPLICATE_WEBHOOKS: "on" }).calledAt).toBeNull();
  });

  it("may be without https where the gateway is on this machine", () => {
    expect(read({ ...local, PUBLIC_URL: "http://127.0.0.1:3000" }).calledAt?.origin).toBe("http://127.0.0.1:3000");
    expect(read({ ...local, PUBLIC_URL: "http://studio.local:3000" }).calledAt?.origin).toBe("http://studio.local:3000");
  });

  it.each([
    ["no address at all", gateway],
    ["an address in the open", { ...gateway, PUBLIC_URL: "http://studio.example.com" }],
    ["this machine's own name, which is another one there", { ...gateway, PUBLIC_URL: "https://localhost" }],
    ["no address for a gateway on this machine either", local],
  ])("is refused at the start with %s", (_what, environment) => {
    expect(faultsOf(environment)).toEqual([expect.stringMatching(/^Expected a PUBLIC_URL .* for REPLICATE_WEBHOOKS$/)]);
  });
});

describe("who comes in", () => {
  const read = (environment: Record<string, string>) => {
    const { auth, publicUrl } = readConfig(environment);
    return [auth, publicUrl?.origin ?? null];
  };
  const open = "https://studio.example.com";

  it("is asked as soon as others can reach the studio, unless somebody writes that nobody shall be", () => {
    expect(read({})).toEqual(["none", null]);
    expect(read({ AUTH: "people" })).toEqual(["people", null]);
    expect(read({ HOST: "0.0.0.0", PUBLIC_URL: open })).toEqual(["people", open]);
    expect(read({ HOST: "192.168.1.5", AUTH: "none" })).toEqual(["none", null]);
  });

  it.each([
    ["no address for people to open", { HOST: "0.0.0.0" }],
    ["an address where passwords would travel in the open", { HOST: "::", PUBLIC_URL: "http://studio.example.com" }],
    ["such an address before a studio on loopback", { AUTH: "people", PUBLIC_URL: "http://studio.example.com" }],
  ])("is not asked over %s", (_what, environment) => {
    expect(() => readConfig(environment)).toThrow(/PUBLIC_URL/);
  });
});

describe("how long people stay signed in", () => {
  it("is counted in days, hours and sessions, and a second factor may be asked of all", () => {
    const given = { SESSION_DAYS: "1", OIDC_SESSION_HOURS: "8", SESSIONS_EACH: "2", SECOND_FACTOR: "required" };
    const longestMs = { password: dayMs, provider: dayMs / 3 };
    expect(read(given).sessions).toEqual({ longestMs, mostEach: 2, needsFactor: true });
  });

  it.each([
    ["SESSION_DAYS", "0"],
    ["SESSION_DAYS", "366"],
    ["SESSIONS_EACH", "0"],
    ["OIDC_SESSION_HOURS", "for ever"],
    ["SECOND_FACTOR", "yes"],
  ])("is refused as it should not be: %s=%s", (name, value) => {
    expect(faultsOf({ [name]: value })).toEqual([expect.stringContaining(`for ${name}`)]);
  });
});

describe("a secret", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "secrets-"));
  const file = path.join(folder, "token");
  writeFileSync(file, "r8_from_a_file\n");
  writeFileSync(path.join(folder, "empty"), " \n");
  afterAll(() => rmSync(folder, { recursive: true }));

  it("may stand in a file that a setting names", () => {
    expect(read({ REPLICATE_API_TOKEN_FILE: file }).replicate?.token).toBe("r8_from_a_file");
    expect(read({ REPLICATE_API_TOKEN: "", REPLICATE_API_TOKEN_FILE: ` ${file} ` }).replicate?.token).toBe("r8_from_a_file");
  });

  it.each([
    ["in both places", { REPLICATE_API_TOKEN: "r8_key", REPLICATE_API_TOKEN_FILE: file }],
    ["in a file that is not there", { REPLICATE_API_TOKEN_FILE: path.join(folder, "none") }],
    ["in a file that says nothing", { REPLICATE_API_TOKEN_FILE: path.join(folder, "empty") }],
  ])("is missed where it stands %s, and never told", (_what, environment) => {
    expect(faultsOf(environment)).toEqual([expect.stringMatching(/REPLICATE_API_TOKEN_FILE/)]);
    expect(faultsOf(environment).join()).not.toContain("r8_");
  });

  it("is one of those whose files are told where settings are explained", () => {
    for (const place of [".env.example", "docs/running.md"]) {
      const text = readFileSync(place, "utf8");
      expect(secretNames.filter((name) => !text.includes(name))).toEqual([]);
    }
  });
});

it(".env.example lists exactly the settings there are", () => {
  const listed = readFileSync(".env.example", "utf8").match(/^[A-Z_]+(?==)/gm);
  expect(listed).toEqual([...settingNames]);
});

it("an .env.example that is used as it stands changes nothing", () => {
  const lines = readFileSync(".env.example", "utf8")
    .split("\n")
    .filter((line) => /^[A-Z]/.test(line));
  const environment = Object.fromEntries(lines.map((line) => line.split(/=(.*)/s).slice(0, 2)));
  expect(read(environment)).toEqual(read({}));
});
