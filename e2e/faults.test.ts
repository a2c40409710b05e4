/** Every fault of the gateway, on every call, through the running studio: each prediction ends, none is asked for twice, nothing falls over. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isErrorCode } from "#lib/errors.ts";
import { type FakeGateway, startFakeGateway } from "#lib/testing/fake-gateway/fake-gateway.ts";
import { type ApiCallName, type FaultName, faultsOf, isAnswerNeeded } from "#lib/testing/fake-gateway/faults.ts";
import type { Paint } from "#lib/testing/fake-gateway/paint.ts";
import { type Studio, startStudio } from "#lib/testing/start-studio.ts";
import { isTerminal, type Prediction, type Project, paths } from "#lib/wire.ts";
import { drawScene } from "./pictures.ts";
import { ask, createProject, readPrediction, startPrediction, until, untilEnded } from "./studio-client.ts";

const deadlineS = 10;
/** What has been paid for gets a minute of its own to arrive in. */
const arrivalS = 60;
const graceS = 20;
/** On a machine with much else to do a fault may find nobody to play to, a few times. */
const mostRounds = 12;
/** Keeps the key back for longer than a test can wait; has a test of its own. */
const endless: readonly FaultName[] = ["throttled-absurd"];
/** After these, asking again is asking for the first time. */
const surelyNotBegun = /^(throttled-|busy-503$)/;

const bytes = drawScene(96, 64);
const paint: Paint = () => ({ bytes, mime: "image/png" });

interface Group {
  readonly title: string;
  readonly call: ApiCallName;
  readonly faults: readonly FaultName[];
  /** For creates: the prediction exists although its answer is lost. */
  readonly accepted: boolean;
}

const playable = (call: ApiCallName) => faultsOf(call).filter((name) => !endless.includes(name));
const groups: readonly Group[] = [
  { title: "creating", call: "create", faults: playable("create"), accepted: false },
  {
    title: "creating, where it began all the same",
    call: "create",
    faults: playable("create").filter((name) => !isAnswerNeeded(name) && !surelyNotBegun.test(name)),
    accepted: true,
  },
  { title: "looking", call: "read", faults: playable("read"), accepted: false },
  { title: "fetching results", call: "download", faults: playable("download"), accepted: false },
  { title: "canceling", call: "cancel", faults: playable("cancel"), accepted: false },
];

describe.concurrent.each(groups)("when the gateway fails while $title", ({ call, faults, accepted }) => {
  let gateway: FakeGateway;
  let studio: Studio;
  let project: Project;
  const ended: Prediction[] = [];

  beforeAll(async () => {
    const pace = { by: "looks", starting: 0, processing: 1 } as const;
    gateway = await startFakeGateway({ paint, script: call === "cancel" ? { pace, end: "never" } : { pace } });
    const environment = {
      REPLICATE_API_TOKEN: gateway.token,
      REPLICATE_BASE_URL: gateway.baseUrl,
      PREDICTION_DEADLINE_S: String(deadlineS),
    };
    studio = await startStudio({ environment });
    project = await createProject(studio.origin);
  });
  afterAll(async () => {
    await studio?.stop();
    await gateway?.close();
  });

  const unplayed = () => faults.filter((name) => !gateway.requests.some((request) => request.fault === name));
  const begin = (prompt: string) =>
    startPrediction(studio.origin, { projectId: project.id, model: "black-forest-labs/flux-schnell", inputs: { prompt } });

  async function cancelWhenAccepted(id: string): Promise<void> {
    await until(`${id} to be accepted`, async () => {
      const { status } = await readPrediction(studio.origin, id);
      return status === "accepted" || status === "running" || isTerminal(status) ? true : null;
    });
    await ask(studio.origin, paths.cancel(id), { method: "POST" });
  }

  /** As many predictions as faults, and as many again that are spared: a row of failures would only show the breaker. */
  async function playRound(round: number, names: readonly FaultName[]): Promise<void> {
    gateway.clearFaults();
    for (const name of names) gateway.fault(call, name, { skip: 1, waitS: 1, accepted });
    const prompts = Array.from({ length: names.length * 2 }, (_, index) => `round ${round}, boat ${index}`);
    const started = await Promise.all(prompts.map(begin));
    if (call === "cancel") await Promise.all(started.map(({ id }) => cancelWhenAccepted(id)));
    const withinMs = (deadlineS + graceS + (call === "download" ? arrivalS : 0)) * 1000;
    ended.push(...(await Promise.all(started.map(({ id }) => untilEnded(studio.origin, id, withinMs)))));
  }

  it("every prediction ends, with a documented code where it fails", async () => {
    for (let round = 0; round < mostRounds && unplayed().length > 0; round += 1) await playRound(round, unplayed());
    expect(unplayed()).toEqual([]);
    for (const { status, error, outputs, id } of ended) {
      if (status === "failed") expect(isErrorCode(error?.code) && (error?.message.length ?? 0) > 10, `${id} ${error?.code}`).toBe(true);
      else expect(error).toBeNull();
      expect(outputs.length > 0, `${id} is ${status}`).toBe(status === "stored");
    }
    const outcomes = ended.map(({ status, error }) => (error ? `${status} ${error.code}` : status)).toSorted();
    const counted = Object.fromEntries([...new Set(outcomes)].map((one) => [one, outcomes.filter((other) => other === one).length]));
    console.info(`${call}${accepted ? " accepted" : ""}: ${JSON.stringify(counted)}`);
  });

  it("nothing was asked for twice, and no address was followed that must not be", () => {
    const creates = gateway.requests.filter((request) => request.call === "create" && !surelyNotBegun.test(request.fault ?? ""));
    const prompts = creates.map((request) => JSON.parse(request.body).input.prompt);
    expect(prompts.filter((prompt, index) => prompts.indexOf(prompt) !== index)).toEqual([]);
    expect(gateway.predictions.length).toBeLessThanOrEqual(prompts.length);
    expect(gateway.followed).toEqual([]);
    expect(gateway.violations).toEqual([]);
  });

  it("the studio lives on and works as soon as the gateway does", async () => {
    gateway.clearFaults();
    gateway.setScript({ pace: { by: "looks", starting: 0, processing: 0 } });
    const stored = await until("a prediction to be stored", async () => {
      const started = await begin(`after all ${Date.now()}`);
      const over = await untilEnded(studio.origin, started.id);
      return over.status === "stored" ? over : null;
    });
    expect(stored.outputs).toHaveLength(1);
    expect(studio.output()).not.toMatch(/unhandled|uncaught|heap out of memory|request-failed/i);
  });
});

describe.concurrent("when the gateway falls silent", () => {
  let gateway: FakeGateway;
  let studio: Studio;

  beforeAll(async () => {
    gateway = await startFakeGateway({ paint });
    const environment = { REPLICATE_API_TOKEN: gateway.token, REPLICATE_BASE_URL: gateway.baseUrl, PREDICTION_DEADLINE_S: "6" };
    studio = await startStudio({ environment });
  });
  afterAll(async () => {
    await studio?.stop();
    await gateway?.close();
  });

  it("a prediction it took ends at its deadline, and one it throttles for ever was never charged", async () => {
    const { id: projectId } = await createProject(studio.origin);
    const model = "black-forest-labs/flux-schnell";
    gateway.fault("read", "no-answer", { times: 1000 });
    const silent = await startPrediction(studio.origin, { projectId, model, inputs: { prompt: "a silent boat" } });
    await until("the first look", async () => (gateway.requests.some(({ call }) => call === "read") ? true : null));
    gateway.fault("create", "throttled-absurd");
    const throttled = await startPrediction(studio.origin, { projectId, model, inputs: { prompt: "a slow boat" } });
    const late = await untilEnded(studio.origin, silent.id, 26_000);
    expect([late.status, late.error?.code, late.error?.charged]).toEqual(["failed", "deadline_passed", "maybe"]);
    const never = await untilEnded(studio.origin, throttled.id, 26_000);
    expect([never.status, never.error?.code, never.error?.charged]).toEqual(["failed", "provider_throttled", "no"]);
    expect(gateway.requests.filter(({ call }) => call === "create")).toHaveLength(2);
  });
});
