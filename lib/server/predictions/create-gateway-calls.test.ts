import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createCallAddresses } from "#lib/server/call-addresses.ts";
import { ProviderError } from "#lib/server/providers/provider.ts";
import { openRates } from "#lib/server/storage/open-rates.ts";
import { createOwnSignals } from "#lib/server/storage/own-signals.ts";
import type { Rates } from "#lib/server/storage/rates.ts";
import type { Signal } from "#lib/server/storage/signals.ts";
import { openPredictionBench, type PredictionBench } from "#lib/testing/prediction-bench.ts";
import { snapshot } from "#lib/testing/scripted-provider.ts";
import { createGatewayCalls } from "./create-gateway-calls.ts";
import type { GatewayCalls } from "./gateway-calls.ts";

const addresses = createCallAddresses({ secret: "r8_key", origin: "https://studio.example.com" });
const tokenOf = (id: string) => addresses.of(id).split("/").at(-1) ?? "";
const from = "203.0.113.7";

let bench: PredictionBench;
let rates: Rates;
let calls: GatewayCalls;
let sent: Signal[];
let count = 0;

beforeAll(async () => {
  bench = await openPredictionBench();
});
afterAll(() => bench.close());
beforeEach(() => {
  sent = [];
  const signals = createOwnSignals();
  signals.listen((signal) => sent.push(signal));
  rates = openRates(null);
  calls = createGatewayCalls({ ...bench, rates, signals, addresses });
});

const call = (predictionId: string, token = tokenOf(predictionId)) => calls.take({ predictionId, token, from });
const looks = () => bench.provider.calls.filter((name) => name === "read").length;
const isDue = async (id: string) => (await bench.row(id)).nextAtMs <= bench.clock.now();

/** Taken up by the gateway, and not to be looked at for a while. */
async function accepted(): Promise<string> {
  const id = await bench.start();
  count += 1;
  bench.provider.play({ ask: [snapshot("starting", { id: `up-${count}` })] });
  await bench.move(id);
  expect(await isDue(id)).toBe(false);
  return id;
}

describe("a call of the gateway", () => {
  it("makes a run that is under way due at once, and everybody hears of it", async () => {
    const id = await accepted();
    await call(id);
    expect([await isDue(id), sent]).toEqual([true, [{ kind: "called" }]]);
    bench.provider.play({ read: [snapshot("succeeded", { outputs: ["https://files.test/0.png"] })] });
    expect(await bench.move(id)).toMatchObject({ status: "fetching" });
  });

  it("says nothing that is believed: what the look sees decides", async () => {
    const id = await accepted();
    await call(id);
    bench.provider.play({ read: [snapshot("processing")] });
    expect(await bench.move(id)).toMatchObject({ status: "running", outputs: [] });
    expect(await isDue(id)).toBe(false);
  });

  it("that comes while a look is under way, which may have been too early, is followed by another look", async () => {
    const id = await accepted();
    const called = async () => {
      await call(id);
      return snapshot("processing");
    };
    const looksBefore = looks();
    // The second has nothing new to tell, so that it writes in another way.
    bench.provider.play({ read: [called, called, snapshot("succeeded", { outputs: ["https://files.test/0.png"] })] });
    await bench.moveWhenDue(id);
    expect([looks() - looksBefore, (await bench.row(id)).outputs]).toEqual([3, ["https://files.test/0.png"]]);
  });

  it("that comes before the gateway has told the run's id is heard when it has", async () => {
    const id = await bench.start();
    const ask = async () => {
      await call(id);
      return snapshot("starting", { id: "up-soon" });
    };
    const looksBefore = looks();
    bench.provider.play({ ask: [ask], read: [snapshot("processing")] });
    expect(await bench.move(id)).toMatchObject({ status: "running", upstreamId: "up-soon" });
    expect(looks() - looksBefore).toBe(1);
  });

  it("does not hurry a run that waits because the gateway asked it to, nor use up its tries", async () => {
    const id = await accepted();
    const throttled = { started: "maybe", transient: true, retryAfterMs: 30_000 } as const;
    bench.provider.play({ read: [new ProviderError("provider_throttled", "slow down", throttled)] });
    const waiting = await bench.moveWhenDue(id);
    await call(id);
    expect(await bench.row(id)).toEqual(waiting);
    bench.provider.play({
      read: [
        async () => {
          await call(id);
          throw new ProviderError("provider_throttled", "slow down", throttled);
        },
      ],
    });
    expect((await bench.moveWhenDue(id)).nextAtMs).toBe(bench.clock.now() + 30_000);
  });

  it("of a run that is not sent, was lost, is over or never was changes nothing, and is answered alike", async () => {
    const fresh = await bench.start();
    const canceled = await accepted();
    await bench.predictions.cancel(canceled);
    bench.provider.play({ cancel: ["canceled"] });
    expect(await bench.move(canceled)).toMatchObject({ status: "canceled" });
    const lost = await bench.start();
    bench.provider.play({ ask: [new ProviderError("answer_lost", "reset", { started: "maybe", transient: false })] });
    expect(await bench.move(lost)).toMatchObject({ status: "unknown" });
    const looksBefore = looks();
    for (const id of [fresh, canceled, lost]) {
      const before = await bench.row(id);
      await call(id);
      expect(await bench.row(id)).toEqual(before);
    }
    await call("prd_nobody");
    expect(looks()).toBe(looksBefore);
  });

  it("with a token that is not the run's is refused, whether the run is there or not, and changes nothing", async () => {
    const id = await accepted();
    const before = await bench.row(id);
    for (const [run, token] of [
      [id, tokenOf("prd_nobody")],
      ["prd_nobody", tokenOf(id)],
      [id, "x"],
    ] as const)
      await expect(call(run, token)).rejects.toMatchObject({
        code: "not_found",
        message: "Expected an address that was given to the gateway",
      });
    expect([await bench.row(id), sent]).toEqual([before, []]);
  });

  it("is refused where no gateway was told where to call", async () => {
    const id = await accepted();
    calls = createGatewayCalls({ ...bench, rates, signals: createOwnSignals(), addresses: null });
    await expect(call(id)).rejects.toMatchObject({ code: "not_found" });
    expect([await isDue(id), calls.state()]).toEqual([false, null]);
  });

  it("that is repeated makes us look ten times a minute and no more", async () => {
    const id = await accepted();
    for (let time = 0; time < 10; time += 1) {
      bench.provider.play({ read: [snapshot("processing")] });
      await call(id);
      expect(await isDue(id)).toBe(true);
      await bench.move(id);
    }
    await call(id);
    expect([await isDue(id), sent.length]).toEqual([false, 10]);
  });

  it("that goes on being wrong is told to wait, and keeps nobody else's from being heard", async () => {
    const id = await accepted();
    for (let time = 0; time < 60; time += 1) await expect(call(id, "x")).rejects.toMatchObject({ code: "not_found" });
    await expect(call(id, "x")).rejects.toMatchObject({ code: "too_many_requests", retryAfterMs: expect.any(Number) });
    await call(id);
    expect(await isDue(id)).toBe(true);
  });

  it("is remembered, so that one can see that they arrive, when it was a right one", async () => {
    expect(calls.state()).toEqual({ lastAt: null });
    await expect(call("prd_1", "x")).rejects.toMatchObject({ code: "not_found" });
    expect(calls.state()).toEqual({ lastAt: null });
    await call("prd_nobody");
    expect(calls.state()).toEqual({ lastAt: new Date(bench.clock.now()).toISOString() });
  });
});
