import { deflateSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AppError } from "#lib/errors.ts";
import { ProviderError } from "#lib/server/providers/provider.ts";
import { benchProject, openPredictionBench, type PredictionBench } from "#lib/testing/prediction-bench.ts";
import { snapshot } from "#lib/testing/scripted-provider.ts";

let bench: PredictionBench;
let count = 0;
beforeAll(async () => {
  bench = await openPredictionBench();
});
afterAll(() => bench.close());

async function accepted(): Promise<string> {
  const id = await bench.start();
  count += 1;
  bench.provider.play({ ask: [snapshot("starting", { id: `up-${count}` })] });
  await bench.move(id);
  return id;
}

const done = (outputs: readonly string[] = ["https://files.test/0.png"]) => snapshot("succeeded", { outputs });

describe("following a prediction", () => {
  it("reads progress from the logs and never lets it go back", async () => {
    const id = await accepted();
    bench.provider.play({
      read: [
        snapshot("processing", { logs: "Using seed: 7\n 50%|█████     | 2/4" }),
        snapshot("starting", { logs: " 25%|██        | 1/4" }),
      ],
    });
    expect(await bench.moveWhenDue(id)).toMatchObject({ status: "running", progress: 0.5 });
    expect(await bench.moveWhenDue(id)).toMatchObject({ status: "running", progress: 0.5 });
  });

  it("keeps the job through network faults and says what it waits for", async () => {
    const id = await accepted();
    bench.provider.play({
      read: [new ProviderError("provider_unavailable", "502", { started: "maybe", transient: true }), snapshot("processing")],
    });
    expect(await bench.moveWhenDue(id)).toMatchObject({ status: "accepted", failures: 1, waiting: { code: "provider_unavailable" } });
    expect(await bench.moveWhenDue(id)).toMatchObject({ status: "running", failures: 0, waiting: null });
  });

  it("gives a gateway a few looks before a prediction it does not know counts as lost", async () => {
    const id = await accepted();
    const missing = () => new ProviderError("prediction_lost", "404", { started: "maybe", transient: true });
    bench.provider.play({ read: [missing(), missing(), missing(), missing(), missing()] });
    for (let look = 0; look < 4; look += 1) expect(await bench.moveWhenDue(id)).toMatchObject({ status: "accepted" });
    expect(await bench.moveWhenDue(id)).toMatchObject({ status: "failed", error: { code: "prediction_lost" } });
  });

  it.each([
    ["results_expired", { dataRemoved: true }],
    ["flagged", { logs: "NSFW content detected in image 0\nTotal safe images: 0 out of 1" }],
    ["no_result", {}],
  ] as const)("tells an empty success apart: %s", async (code, more) => {
    const id = await accepted();
    bench.provider.play({ read: [snapshot("succeeded", more)] });
    expect(await bench.moveWhenDue(id)).toMatchObject({ status: "failed", error: { code } });
  });

  it("passes the provider's failure on with its code", async () => {
    const id = await accepted();
    bench.provider.play({ read: [snapshot("failed", { error: new AppError("flagged", "E005") })] });
    expect(await bench.moveWhenDue(id)).toMatchObject({ status: "failed", error: { code: "flagged" } });
  });

  it("ends at its deadline and tells the provider to stop", async () => {
    const id = await accepted();
    bench.clock.advance(700_000);
    bench.provider.play({ cancel: ["canceled"] });
    expect(await bench.move(id)).toMatchObject({ status: "failed", error: { code: "deadline_passed" } });
    expect(bench.provider.calls.at(-1)).toBe("cancel");
  });
});

describe("canceling", () => {
  it("costs nothing before anything was asked", async () => {
    const id = await bench.start();
    const asksBefore = bench.provider.asked.length;
    await bench.predictions.cancel(id);
    await bench.move(id);
    expect(await bench.predictions.get(id)).toMatchObject({ status: "canceled", charged: "no" });
    expect(bench.provider.asked.length).toBe(asksBefore);
  });

  it("that comes while the provider is asked neither loses the answer nor the cancel", async () => {
    const id = await bench.start();
    bench.provider.play({
      ask: [
        async () => {
          await bench.predictions.cancel(id);
          return snapshot("starting", { id: "up-raced" });
        },
      ],
      cancel: ["canceled"],
    });
    expect(await bench.move(id)).toMatchObject({ status: "canceled", upstreamId: "up-raced" });
    expect((await bench.predictions.get(id)).charged).toBe("maybe");
  });

  it("that never got through is a cancel all the same when the deadline passes", async () => {
    const id = await accepted();
    await bench.predictions.cancel(id);
    bench.clock.advance(700_000);
    bench.provider.play({ cancel: [new ProviderError("provider_unreachable", "gone", { started: "maybe", transient: true })] });
    expect(await bench.move(id)).toMatchObject({ status: "canceled" });
    expect((await bench.predictions.get(id)).charged).toBe("maybe");
  });

  it("costs nothing where the provider says that the run had not begun", async () => {
    const id = await accepted();
    bench.provider.play({ cancel: ["aborted"] });
    await bench.predictions.cancel(id);
    await bench.move(id);
    expect(await bench.predictions.get(id)).toMatchObject({ status: "canceled", charged: "no" });
    const seenLater = await accepted();
    bench.provider.play({ cancel: ["already-over"], read: [snapshot("aborted", { id: "up-late" })] });
    await bench.predictions.cancel(seenLater);
    await bench.move(seenLater);
    expect(await bench.predictions.get(seenLater)).toMatchObject({ status: "canceled", charged: "no" });
  });

  it("stops here when the gateway knows no cancel, and says that it may still cost", async () => {
    const id = await accepted();
    bench.provider.play({ cancel: ["not-supported"] });
    await bench.predictions.cancel(id);
    await bench.move(id);
    expect(await bench.predictions.get(id)).toMatchObject({ status: "canceled", charged: "maybe" });
  });

  it("of a run that is already over keeps what was paid for", async () => {
    const id = await accepted();
    bench.provider.play({ cancel: ["already-over"], read: [done()], download: [png(2, 2)] });
    await bench.predictions.cancel(id);
    expect(await bench.move(id)).toMatchObject({ status: "stored" });
  });
});

describe("fetching the results", () => {
  it("stores every picture as an edit, once, however often it is done", async () => {
    const id = await accepted();
    bench.provider.play({ read: [done(["a", "b"])], download: [png(3, 2), png(2, 3), png(3, 2), png(2, 3)] });
    const before = await bench.records.edits.ofProject(benchProject);
    expect(await bench.moveWhenDue(id)).toMatchObject({ status: "stored", progress: 1 });
    const prediction = await bench.predictions.get(id);
    expect(prediction.outputs.map((picture) => [picture.width, picture.height])).toEqual([
      [3, 2],
      [2, 3],
    ]);
    expect((await bench.records.edits.ofProject(benchProject)).length).toBe(before.length + 2);
  });

  it("keeps the good pictures when one is no picture, and says so", async () => {
    const id = await accepted();
    bench.provider.play({ read: [done(["a", "b"])], download: [new TextEncoder().encode("<html>no picture</html>"), png(2, 2)] });
    expect(await bench.moveWhenDue(id)).toMatchObject({ status: "stored" });
    expect((await bench.predictions.get(id)).logs).toContain("1 of 2 results could not be read");
  });

  it("fails when nothing that came is a picture", async () => {
    const id = await accepted();
    bench.provider.play({ read: [done()], download: [new TextEncoder().encode("<html>")] });
    expect(await bench.moveWhenDue(id)).toMatchObject({ status: "failed", error: { code: "result_unreadable" } });
    expect((await bench.predictions.get(id)).charged).toBe("yes");
  });

  it("tries the download again, never the prediction", async () => {
    const id = await accepted();
    const asksBefore = bench.provider.asked.length;
    bench.provider.play({
      read: [done()],
      download: [new ProviderError("result_unreachable", "reset", { started: "maybe", transient: true }), png(2, 2)],
    });
    expect(await bench.moveWhenDue(id)).toMatchObject({ status: "fetching", waiting: { code: "result_unreachable" } });
    expect(await bench.moveWhenDue(id)).toMatchObject({ status: "stored", waiting: null });
    expect(bench.provider.asked.length).toBe(asksBefore);
  });
});

/** The smallest honest PNG: black, 8-bit grey. */
function png(width: number, height: number): Uint8Array {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const check = Buffer.alloc(4);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.alloc((width + 1) * height))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function crc32(bytes: Buffer): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xed_b8_83_20 : 0);
  }
  return ~crc >>> 0;
}
