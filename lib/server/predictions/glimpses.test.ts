import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { encodePng } from "#lib/testing/fake-gateway/png.ts";
import { type Arrival, createGlimpses, type Glimpses } from "./glimpses.ts";

const png = encodePng({ width: 8, height: 8, channels: 3, pixel: () => [1, 2, 3] });
const forEver = new AbortController().signal;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "pentimento-glimpses-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function receive(arrival: Arrival, name: string, bytes: Uint8Array): Promise<void> {
  const file = path.join(folder, name);
  const growing = arrival.receive(file);
  await writeFile(file, bytes);
  growing.complete(bytes.byteLength);
}

async function see(glimpses: Glimpses): Promise<{ readonly bytes: Buffer; readonly contentType: string } | null> {
  const glimpse = await glimpses.get("prd_1", forEver);
  return glimpse && { bytes: Buffer.from(await new Response(glimpse.body).arrayBuffer()), contentType: glimpse.contentType };
}

describe("a glimpse of a result", () => {
  it("is waited for while it is fetched, and is what came, byte for byte", async () => {
    const glimpses = createGlimpses();
    const arrival = glimpses.begin("prd_1");
    const seen = see(glimpses);
    await receive(arrival, "one.png", png);
    expect(await seen).toEqual({ bytes: png, contentType: "image/png" });
    expect(await see(glimpses)).toEqual({ bytes: png, contentType: "image/png" });
  });

  it("begins with the first bytes that say how large it is", async () => {
    const glimpses = createGlimpses();
    const file = path.join(folder, "begun.png");
    const growing = glimpses.begin("prd_1").receive(file);
    await writeFile(file, png);
    const seen = glimpses.get("prd_1", forEver);
    growing.grow(10);
    growing.grow(40);
    const { body, contentType } = (await seen) ?? {};
    expect(contentType).toBe("image/png");
    growing.complete(png.byteLength);
    expect(Buffer.from(await new Response(body).arrayBuffer())).toEqual(png);
  });

  it("is the first of several, or the next where the first did not become whole", async () => {
    const glimpses = createGlimpses();
    const arrival = glimpses.begin("prd_1");
    arrival.receive(path.join(folder, "never.png")).abandon();
    await receive(arrival, "second.png", png);
    await receive(arrival, "third.png", Buffer.concat([png, Buffer.from([0])]));
    expect((await see(glimpses))?.bytes).toHaveLength(png.length);
  });

  it("breaks off where the rest does not come", async () => {
    const glimpses = createGlimpses();
    const file = path.join(folder, "half.png");
    const growing = glimpses.begin("prd_1").receive(file);
    await writeFile(file, png.subarray(0, 50));
    growing.grow(50);
    const seen = await glimpses.get("prd_1", forEver);
    growing.abandon();
    await expect(new Response(seen?.body).arrayBuffer()).rejects.toThrow(/given up/);
  });

  it("is nothing for a run that fetches nothing, and none that is over or has failed keeps anybody waiting", async () => {
    const glimpses = createGlimpses();
    expect(await see(glimpses)).toBeNull();
    const arrival = glimpses.begin("prd_1");
    const seen = see(glimpses);
    arrival.end();
    expect(await seen).toBeNull();
    expect(await see(glimpses)).toBeNull();
  });

  it("is nothing once its file is gone", async () => {
    const glimpses = createGlimpses();
    glimpses.begin("prd_1").receive(path.join(folder, "dropped.png")).complete(100);
    expect(await see(glimpses)).toBeNull();
  });

  it("is never what a browser might not take for a picture, nor one beyond what is taken in", async () => {
    const wide = Buffer.from(png);
    wide.writeUInt32BE(60_000, 16);
    wide.writeUInt32BE(60_000, 20);
    for (const [name, bytes] of [
      ["page.html", Buffer.from("<script>alert(1)</script>")],
      ["long.html", Buffer.alloc(300 * 1024, "<p>")],
      ["wide.png", wide],
    ] as const) {
      const glimpses = createGlimpses();
      await receive(glimpses.begin("prd_1"), name, bytes);
      expect(await see(glimpses), name).toBeNull();
    }
  });

  it("breaks off where it is longer than what is taken in", async () => {
    const glimpses = createGlimpses();
    await receive(glimpses.begin("prd_1"), "long.png", Buffer.concat([png, Buffer.alloc(33 * 1024 * 1024)]));
    await expect(see(glimpses)).rejects.toThrow(/Expected at most/);
  });

  it("is asked for before its bytes begin to come, unless nobody does", async () => {
    const glimpses = createGlimpses();
    const arrival = glimpses.begin("prd_1");
    const order: string[] = [];
    const told = arrival.askedFor().then(() => order.push("told"));
    const seen = see(glimpses).then(() => order.push("seen"));
    await told;
    await receive(arrival, "asked.png", png);
    await seen;
    expect(order).toEqual(["told", "seen"]);
    await glimpses.begin("prd_2").askedFor();
  });

  it("may be waited for before it is fetched, until that is over or begins, and its bytes wait for nobody then", async () => {
    const glimpses = createGlimpses();
    const over = Promise.withResolvers<void>();
    const ahead = glimpses.get("prd_1", forEver, () => over.promise);
    const other = glimpses.get("prd_2", forEver, () => over.promise);
    const arrival = glimpses.begin("prd_1");
    let isTold = false;
    void arrival.askedFor().then(() => {
      isTold = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(isTold).toBe(true);
    await receive(arrival, "ahead.png", png);
    expect((await ahead)?.contentType).toBe("image/png");
    over.resolve();
    expect(await other).toBeNull();
  });

  it("that is waited for ahead ends with who waits, who asks no longer whether it is to come", async () => {
    const glimpses = createGlimpses();
    const gone = new AbortController();
    const ended = Promise.withResolvers<void>();
    const seen = glimpses.get("prd_1", gone.signal, async (signal) => {
      signal.addEventListener("abort", () => ended.resolve());
      await ended.promise;
    });
    gone.abort();
    expect(await seen).toBeNull();
    await ended.promise;
  });

  it("keeps nobody who has gone away", async () => {
    const glimpses = createGlimpses();
    const gone = new AbortController();
    glimpses.begin("prd_1");
    const seen = glimpses.get("prd_1", gone.signal);
    gone.abort();
    expect(await seen).toBeNull();
  });

  it("of a second try does not end with the first", async () => {
    const glimpses = createGlimpses();
    const first = glimpses.begin("prd_1");
    const second = glimpses.begin("prd_1");
    first.end();
    await receive(second, "again.png", png);
    expect(await see(glimpses)).not.toBeNull();
  });
});
