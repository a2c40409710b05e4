/** The only reader of the environment. All faults are told at once, each with its name and what was expected. */
import { isIP } from "node:net";
import path from "node:path";
import { isLoopbackName } from "#lib/loopback.ts";
import { type BlobsPlace, readBlobsUrl } from "./blobs-url.ts";
import { readDoor } from "./door-settings.ts";
import { type LogLevel, logLevels } from "./log.ts";
import { replicateBase } from "./providers/base-url.ts";
import { readSessionRules, type SessionSettings } from "./session-settings.ts";
import { createSettingReader } from "./setting-text.ts";
import { readSignOn, type SignOnSettings } from "./sign-on-settings.ts";
import { readWebhooks } from "./webhook-settings.ts";

/** What a process does: answer browsers, run predictions, or both. */
export const roles = ["all", "web", "worker"] as const;
export type Role = (typeof roles)[number];

export interface Config {
  readonly role: Role;
  readonly host: string;
  readonly port: number;
  readonly dataFolder: string;
  /** One-person mode asks nobody who they are; otherwise everybody signs in. */
  readonly auth: "none" | "people";
  /** The address people know us by; null = this machine's own names only. */
  readonly publicUrl: URL | null;
  /** By which the first person shows that the installation is theirs; null = one is made up and told at the start. */
  readonly setUpCode: string | null;
  /** Null where people have passwords here and nothing else. */
  readonly signOn: SignOnSettings | null;
  readonly sessions: SessionSettings;
  /** null = the local engine answers. */
  readonly replicate: { readonly token: string; readonly baseUrl: string; readonly resultHosts: readonly string[] } | null;
  /** Our address, where the gateway may say that a run is over; null = it is not told. */
  readonly calledAt: URL | null;
  /** null = SQLite in the data folder. */
  readonly databaseUrl: string | null;
  /** null = a folder in the data folder. */
  readonly blobs: BlobsPlace | null;
  readonly predictionDeadlineMs: number;
  /** So many in a minute of one person, and some more of one address; null = as many as they like. */
  readonly rates: { readonly runs: number | null; readonly uploads: number | null };
  /** So many guesses at a password in a quarter of an hour. */
  readonly mostGuesses: number;
  readonly logLevel: LogLevel;
  /** Where a worker tells how it is; null = nowhere. */
  readonly workerAddress: { readonly host: string; readonly port: number } | null;
  /** A collector that is told what took how long; null = none. */
  readonly traces: URL | null;
}

export const settingNames = [
  "PORT",
  "HOST",
  "AUTH",
  "PUBLIC_URL",
  "SETUP_CODE",
  "OIDC_ISSUER",
  "OIDC_CLIENT_ID",
  "OIDC_CLIENT_SECRET",
  "OIDC_NAME",
  "OIDC_NEWCOMERS",
  "OIDC_ACR",
  "OIDC_AMR",
  "OIDC_SESSION_HOURS",
  "SESSION_DAYS",
  "SESSIONS_EACH",
  "SECOND_FACTOR",
  "PENTIMENTO_DATA",
  "REPLICATE_API_TOKEN",
  "REPLICATE_BASE_URL",
  "RESULT_HOSTS",
  "REPLICATE_WEBHOOKS",
  "DATABASE_URL",
  "BLOBS_URL",
  "ROLE",
  "PREDICTION_DEADLINE_S",
  "RUNS_PER_MINUTE",
  "UPLOADS_PER_MINUTE",
  "SIGN_IN_GUESSES",
  "LOG_LEVEL",
  "WORKER_ADDRESS",
  "OTEL_EXPORTER_OTLP_ENDPOINT",
] as const;
type SettingName = (typeof settingNames)[number];

export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`Settings that cannot be used:\n${faults.map((fault) => `  - ${fault}`).join("\n")}`);
    this.faults = faults;
  }
}

export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const faults: string[] = [];
  /** A received value is echoed, but never one that could hold a secret: a whole address may carry a password. */
  const fault = (name: SettingName, expected: string, received?: string) => {
    const isPlain = received !== undefined && /^[\w.:*-]+$/.test(received);
    faults.push(`Expected ${expected} for ${name}${isPlain ? ` but received "${received}"` : ""}`);
  };
  const text: (name: SettingName) => string = createSettingReader({ environment, fault });

  const integer = (name: SettingName, fallback: number, min: number, max: number) => {
    const value = text(name);
    if (value === "") return fallback;
    const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
    if (number >= min && number <= max) return number;
    fault(name, `a whole number from ${min} to ${max}`, value);
    return fallback;
  };

  const port = integer("PORT", 3000, 1, 65_535);
  const host = text("HOST") || "127.0.0.1";
  const isAddress = isLoopbackName(host) || isIP(host) !== 0;
  if (!isAddress) fault("HOST", "an address to listen on, such as 127.0.0.1 or 0.0.0.0", host);
  const { auth, publicUrl, setUpCode } = readDoor({ text, fault, isLoopback: isLoopbackName(host) || !isAddress });
  const signOn = readSignOn({ text, fault });
  const sessions = readSessionRules({ integer, text, fault });
  const token = text("REPLICATE_API_TOKEN");
  if (/[^\x21-\x7e]/.test(token)) fault("REPLICATE_API_TOKEN", "visible ASCII characters without spaces");

  let baseUrl = "";
  try {
    baseUrl = replicateBase(text("REPLICATE_BASE_URL") || "https://api.replicate.com");
  } catch (error) {
    fault("REPLICATE_BASE_URL", error instanceof Error ? error.message : "an address");
  }

  const resultHosts = text("RESULT_HOSTS")
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((name) => name.toLowerCase());
  for (const name of resultHosts) {
    if (!/^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(name))
      fault("RESULT_HOSTS", "host names such as files.example.com or *.example.com, separated by commas", name);
  }

  const calledAt = readWebhooks({ text, fault, publicUrl, gateway: token === "" ? null : URL.parse(baseUrl) });

  const databaseUrl = text("DATABASE_URL");
  if (databaseUrl !== "" && !/^postgres(ql)?:\/\/\S+$/.test(databaseUrl)) fault("DATABASE_URL", "an address that begins with postgres://");
  let blobs: BlobsPlace | null = null;
  try {
    blobs = text("BLOBS_URL") === "" ? null : readBlobsUrl(text("BLOBS_URL"));
  } catch (error) {
    fault("BLOBS_URL", error instanceof Error ? error.message : "an address");
  }
  const written = text("ROLE") || "all";
  const role = roles.find((one) => one === written);
  if (role === undefined) fault("ROLE", `one of ${roles.join(", ")}`, written);
  const writtenLevel = text("LOG_LEVEL") || "warn";
  const logLevel = logLevels.find((one) => one === writtenLevel);
  if (logLevel === undefined) fault("LOG_LEVEL", `one of ${logLevels.join(", ")}`, writtenLevel);
  const [, workerHost = "", workerPort = ""] = /^([a-z0-9.-]+|\[[0-9a-f:.]+\]):(\d{1,5})$/i.exec(text("WORKER_ADDRESS")) ?? [];
  if (text("WORKER_ADDRESS") !== "" && (workerHost === "" || Number(workerPort) > 65_535)) {
    fault("WORKER_ADDRESS", "a host and a port such as 127.0.0.1:9464", text("WORKER_ADDRESS"));
  }
  const traces = URL.parse(text("OTEL_EXPORTER_OTLP_ENDPOINT"));
  if (text("OTEL_EXPORTER_OTLP_ENDPOINT") !== "" && !/^https?:$/.test(traces?.protocol ?? "")) {
    fault("OTEL_EXPORTER_OTLP_ENDPOINT", "an address that begins with http:// or https://");
  }
  const deadline = integer("PREDICTION_DEADLINE_S", 600, 5, 86_400);
  // Nobody keeps themselves from their own machine; strangers who sign in are many.
  const rate = (name: "RUNS_PER_MINUTE" | "UPLOADS_PER_MINUTE", usual: number) =>
    integer(name, auth === "people" ? usual : 0, 0, 1_000_000) || null;
  const rates = { runs: rate("RUNS_PER_MINUTE", 300), uploads: rate("UPLOADS_PER_MINUTE", 600) };
  const mostGuesses = integer("SIGN_IN_GUESSES", 10, 3, 1000);

  if (faults.length > 0) throw new ConfigError(faults);
  return {
    role: role ?? "all",
    host,
    port,
    auth,
    publicUrl,
    setUpCode,
    signOn,
    sessions,
    dataFolder: path.resolve(/* turbopackIgnore: true */ text("PENTIMENTO_DATA") || "./data"),
    replicate: token === "" ? null : { token, baseUrl, resultHosts },
    calledAt,
    databaseUrl: databaseUrl === "" ? null : databaseUrl,
    blobs,
    predictionDeadlineMs: deadline * 1000,
    rates,
    mostGuesses,
    logLevel: logLevel ?? "warn",
    workerAddress: workerHost === "" ? null : { host: workerHost.replace(/^\[|\]$/g, ""), port: Number(workerPort) },
    traces,
  };
}
