import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { isErrorCode } from "#lib/errors.ts";
import { createCatalogue } from "#lib/models/catalogue.ts";
import { type FakeGateway, startFakeGateway } from "#lib/testing/fake-gateway/fake-gateway.ts";
import { type FaultName, faultsOf } from "#lib/testing/fake-gateway/faults.ts";
import { closedOrigin } from "#lib/testing/raw-server.ts";
import { askFor, readUntilOver } from "./contract.ts";
import { type Provider, ProviderError } from "./provider.ts";
import { createReplicateProvider, type ReplicateProvider } from "./replicate.ts";

const entry = createCatalogue().get("black-forest-labs/flux-schnell");
const signal = new AbortController().signal;
const all = (value: number) => ({ create: value, read: value, list: value, cancel: value, download: value });
const maxBytes = all(500_000);

let folder: string;
let gateway: FakeGateway;
let provider: ReplicateProvider;
/** For faults that never end by themselves; with all others nobody looks at the clock. */
let impatient: ReplicateProvider;
const meeting = (fault: FaultName) => (["no-answer", "slow-headers", "slow-body"].includes(fault) ? impatient : provider);
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "pentimento-faults-"));
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(async () => {
  gateway = await startFakeGateway();
  const options = { token: gateway.token, baseUrl: gateway.baseUrl, resultHosts: [], maxBytes };
  provider = createReplicateProvider(options);
  impatient = createReplicateProvider({ ...options, timeoutsMs: all(150) });
});
afterEach(async () => {
  await Promise.all([provider.close(), impatient.close()]);
  await gateway.close();
  expect(gateway.followed).toEqual([]);
});

/** What came of a call: a word for a good end, "code, started" or "code, transient" for an error of ours, and nothing else. */
async function outcomeOf(call: Promise<unknown>, describeError: (error: ProviderError) => string): Promise<string> {
  try {
    const answer = await call;
    return typeof answer === "string" ? answer : "good";
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    expect(isErrorCode(error.code)).toBe(true);
    expect(error.message).not.toMatch(/https?:\/\/|r8_|<html|billing/i);
    return describeError(error);
  }
}

const ask = async (from: Provider = provider) => from.ask(await askFor(entry, folder), signal);
const started = (error: ProviderError) => `${error.code}, ${error.started}`;
const transient = (error: ProviderError) => `${error.code}${error.transient ? ", may be tried again" : ""}`;

const lost = "answer_lost, maybe";
const createOutcomes: Readonly<Record<string, string>> = {
  ...Object.fromEntries(["status-400", "status-409", "status-422"].map((name) => [name, "provider_rejected_input, refused"])),
  "status-401": "provider_key_refused, refused",
  "status-402": "provider_out_of_credit, refused",
  "status-403": "provider_out_of_credit, refused",
  "status-404": "provider_model_missing, refused",
  "status-405": "provider_model_missing, refused",
  "status-413": "too_large, refused",
  "refusal-200": "provider_key_refused, refused",
  "redirect-private": "provider_bad_answer, refused",
  "busy-503": "provider_unavailable, no",
  ...Object.fromEntries(faultsOf("create").flatMap((name) => (name.startsWith("throttled-") ? [[name, "provider_throttled, no"]] : []))),
};
/** Answers that say enough: the prediction has an id. */
const goodCreates: readonly FaultName[] = [
  ...faultsOf("create").filter((name) => name.startsWith("output-")),
  ...([
    "wrong-content-type",
    "no-content-type",
    "clock-off",
    "duplicate-id",
    "unknown-id",
    "unknown-status",
    "status-backwards",
    "loud-status",
  ] as const),
];

describe("a create", () => {
  it.each(faultsOf("create"))("meets %s once and tells whether it may have begun", async (fault) => {
    await ask();
    gateway.fault("create", fault, { accepted: true });
    const before = gateway.requests.length;
    expect(await outcomeOf(ask(meeting(fault)), started)).toBe(goodCreates.includes(fault) ? "good" : (createOutcomes[fault] ?? lost));
    expect(gateway.requests.length - before).toBe(1);
  });

  it("that finds nobody there surely has not begun", async () => {
    const alone = createReplicateProvider({ token: "r8_x", baseUrl: `${await closedOrigin()}/v1`, resultHosts: [] });
    expect(await outcomeOf(ask(alone), started)).toBe("provider_unreachable, no");
    await alone.close();
  });
});

const lookOutcomes: Readonly<Record<string, string>> = {
  "status-401": "provider_key_refused",
  "status-402": "provider_out_of_credit",
  "status-403": "provider_out_of_credit",
  "status-404": "prediction_lost",
  "status-405": "prediction_lost",
  "status-500": "provider_unavailable",
  "html-502": "provider_unavailable",
  "status-503": "provider_unavailable",
  "busy-503": "provider_unavailable",
  "status-504": "provider_unavailable",
  "refusal-200": "provider_key_refused",
  ...Object.fromEntries(faultsOf("read").flatMap((name) => (name.startsWith("throttled-") ? [[name, "provider_throttled"]] : []))),
};
const unreachable: readonly FaultName[] = [
  ...(["no-answer", "reset-before-headers", "reset-in-headers", "reset-after-headers", "reset-mid-body"] as const),
  ...(["truncated-length", "slow-headers", "slow-body"] as const),
];
const lookOutcome = (fault: FaultName) =>
  `${unreachable.includes(fault) ? "provider_unreachable" : (lookOutcomes[fault] ?? "provider_bad_answer")}, may be tried again`;

describe("a look", () => {
  const good: readonly FaultName[] = goodCreates.filter((name) => name !== "duplicate-id" && name !== "unknown-id");

  it.each(faultsOf("read"))("meets %s and may be tried again", async (fault) => {
    await ask();
    const { id } = await ask();
    gateway.fault("read", fault);
    expect(await outcomeOf(meeting(fault).read(id, signal), transient)).toBe(good.includes(fault) ? "good" : lookOutcome(fault));
  });
});

describe("a list", () => {
  const noList = [
    "status-404",
    "status-405",
    "html-200",
    "garbage-json",
    "refusal-200",
    "envelope-200",
    "redirect-private",
    "gzip-bomb",
    "huge-body",
  ];
  const refused = ["status-400", "status-409", "status-413", "status-422", "endless-chunks"];

  it.each(faultsOf("list"))("meets %s and is none, or may be tried again", async (fault) => {
    await ask();
    gateway.fault("list", fault);
    const outcome = await outcomeOf(
      meeting(fault)
        .recent(signal)
        .then((listed) => (listed === null ? "no list" : "good")),
      transient,
    );
    const isGood = ["wrong-content-type", "no-content-type", "clock-off"].includes(fault);
    expect(outcome).toBe(isGood ? "good" : [...noList, ...refused].includes(fault) ? "no list" : lookOutcome(fault));
  });
});

describe("a cancel", () => {
  const notSupported = ["status-404", "status-405", "html-200", "garbage-json"];
  const rejected = ["status-400", "status-409", "status-413", "status-422"];

  it.each(faultsOf("cancel"))("meets %s and says what came of it", async (fault) => {
    await ask();
    const { id } = await ask();
    gateway.fault("cancel", fault);
    const outcome = await outcomeOf(meeting(fault).cancel(id, signal), transient);
    const isAnswered = goodCreates.includes(fault) || fault === "late-result";
    const isOdd = ["duplicate-id", "unknown-id"].includes(fault);
    const isOver = fault.startsWith("output-");
    if (notSupported.includes(fault)) expect(outcome).toBe("not-supported");
    else if (rejected.includes(fault)) expect(outcome).toBe("provider_bad_answer");
    else if (isOver) expect(outcome).toBe("already-over");
    else expect(outcome).toBe(isAnswered && !isOdd ? "canceled" : lookOutcome(fault));
  });
});

describe("a download", () => {
  const refused = ["redirect-private", "gzip-bomb", "huge-body", "endless-chunks"];
  const takenAsTheyCome = [
    "wrong-content-type",
    "no-content-type",
    "clock-off",
    "no-picture",
    "html-200",
    "garbage-json",
    "refusal-200",
    "envelope-200",
  ];

  it.each(faultsOf("download"))("meets %s and leaves no half file", async (fault) => {
    const { id } = await ask();
    const { outputs } = await readUntilOver(provider, id);
    gateway.fault("download", fault);
    const target = await mkdtemp(path.join(folder, "download-"));
    const outcome = await outcomeOf(meeting(fault).download(outputs[0] ?? "", path.join(target, "result"), signal), transient);
    const isTaken = takenAsTheyCome.includes(fault);
    expect(outcome).toBe(isTaken ? "good" : refused.includes(fault) ? "result_refused" : "result_unreachable, may be tried again");
    expect(await readdir(target)).toEqual(isTaken ? ["result"] : []);
  });
});
