import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { encodePng } from "#lib/testing/fake-gateway/png.ts";
import { createGlimpses } from "./glimpses.ts";

const png = encodePng({ width: 8, height: 8, channels: 3, pixel: () => [1, 2, 3] });
const forEver = new AbortController().signal;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "pentimento-glimpses-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function kept(name: string, bytes: Uint8Array): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, bytes);
  return file;
}

describe("a glimpse of a result", () => {
  it("is waited for while it is fetched, and is what came, byte for byte", async () => {
    const glimpses = createGlimpses();
    const arrival = glimpses.begin("prd_1");
    const seen = glimpses.get("prd_1", forEver);
    arrival.offer(await kept("one.png", png));
    expect(await seen).toEqual({ bytes: png, contentType: "image/png" });
    expect(await glimpses.get("prd_1", forEver)).toEqual({ bytes: png, contentType: "image/png" });
  });

  it("is the first of several", async () => {
    const glimpses = createGlimpses();
    const arrival = glimpses.begin("prd_1");
    arrival.offer(await kept("first.png", png));
    arrival.offer(await kept("second.png", Buffer.concat([png, Buffer.from([0])])));
    expect((await glimpses.get("prd_1", forEver))?.bytes).toHaveLength(png.length);
  });

  it("is nothing for a run that fetches nothing, and none that is over or has failed keeps anybody waiting", async () => {
    const glimpses = createGlimpses();
    expect(await glimpses.get("prd_1", forEver)).toBeNull();
    const arrival = glimpses.begin("prd_1");
    const seen = glimpses.get("prd_1", forEver);
    arrival.end();
    expect(await seen).toBeNull();
    expect(await glimpses.get("prd_1", forEver)).toBeNull();
  });

  it("is nothing once its file is gone", async () => {
    const glimpses = createGlimpses();
    glimpses.begin("prd_1").offer(path.join(folder, "dropped.png"));
    expect(await glimpses.get("prd_1", forEver)).toBeNull();
  });

  it("is never what a browser might not take for a picture, nor one beyond what is taken in", async () => {
    const wide = Buffer.from(png);
    wide.writeUInt32BE(60_000, 16);
    wide.writeUInt32BE(60_000, 20);
    for (const [name, bytes] of [
      ["page.html", Buffer.from("<script>alert(1)</script>")],
      ["wide.png", wide],
      ["long.png", Buffer.concat([png, Buffer.alloc(33 * 1024 * 1024)])],
    ] as const) {
      const glimpses = createGlimpses();
      glimpses.begin("prd_1").offer(await kept(name, bytes));
      expect(await glimpses.get("prd_1", forEver), name).toBeNull();
    }
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
    second.offer(await kept("again.png", png));
    expect(await glimpses.get("prd_1", forEver)).not.toBeNull();
  });
});
