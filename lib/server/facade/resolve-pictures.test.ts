import { describe, expect, it } from "vitest";
import { AppError } from "#lib/errors.ts";
import { apiProjectId } from "#lib/ids.ts";
import { fluxFillDev } from "#lib/models/flux-fill-dev.ts";
import type { Outbound } from "#lib/server/outbound/outbound.ts";
import { OutboundError } from "#lib/server/outbound/outbound-error.ts";
import type { Pictures } from "#lib/server/projects/pictures.ts";
import type { Picture } from "#lib/wire.ts";
import { type ResolveParts, resolvePictures } from "./resolve-pictures.ts";

const origin = "http://127.0.0.1:3000";
const known = `pic_${"a".repeat(64)}`;
const dataUri = `data:image/png;base64,${Buffer.from("inline").toString("base64")}`;

/** A store that takes every picture in but those that say "text", and a way out that finds every public address. */
function createParts() {
  const received: string[] = [];
  const fetched: string[] = [];
  const signals: AbortSignal[] = [];
  const discarded: string[] = [];
  const pictures: Pick<Pictures, "get" | "inspect"> = {
    get: async (id) => {
      if (id === known) return { id, width: 40, height: 30 } as Picture;
      throw new AppError("not_found", "Expected the id of a stored picture");
    },
    inspect: async (source) => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of source) chunks.push(chunk);
      const text = Buffer.concat(chunks).toString();
      if (text === "text") throw new AppError("picture_unsupported", "Expected a picture but received a text file");
      if (text === "busy") throw new AppError("busy", "Expected a free place", { retryAfterMs: 1000 });
      const picture = { id: `pic of ${text}`, width: 40, height: 30 } as Picture;
      return {
        picture,
        maskFacts: async () => ({ width: 40, height: 30, white: text === "black" ? 0 : 0.5, painted: null }),
        keep: async () => {
          received.push(text);
          return picture;
        },
        discard: async () => {
          discarded.push(text);
        },
      };
    },
  };
  const outbound: Pick<Outbound, "open"> = {
    open: async ({ url, hosts, signal }) => {
      expect(hosts).toBe("public-https");
      fetched.push(url);
      signals.push(signal);
      if (url.includes("10.0.0.1")) throw new OutboundError("address", "Expected a public address", { sent: "no" });
      if (url.includes("gone")) throw new OutboundError("status", "Expected a file", { sent: "maybe", status: 404 });
      return (async function* () {
        yield Buffer.from(url.slice("https://example.com/".length));
      })();
    },
  };
  const sight = { require: async () => {} };
  return { parts: { pictures, outbound, sight } as unknown as ResolveParts, received, discarded, fetched, signals };
}

function resolve(parts: ReturnType<typeof createParts>["parts"], addresses: Record<string, string>) {
  return resolvePictures(parts, fluxFillDev, new Map(Object.entries(addresses)), {
    ...{ origin, caller: { person: null, role: "owner", sessionId: null }, holderId: apiProjectId },
    signal: new AbortController().signal,
  });
}

describe("addresses of pictures", () => {
  it("are decoded, fetched once or read from the store, each as it is", async () => {
    const { parts, received, fetched } = createParts();
    const ids = await resolve(parts, {
      image: `${origin}/api/pictures/${known}/file`,
      mask: dataUri,
      input_image: "https://example.com/boat.png",
    });
    expect(ids).toEqual({ image: known, mask: "pic of inline", input_image: "pic of boat.png" });
    expect(received).toEqual(["inline", "boat.png"]);
    expect(fetched).toEqual(["https://example.com/boat.png"]);
  });

  it.each([
    "file:///etc/passwd",
    "http://example.com/a.png",
    "http://127.0.0.1:8080/a.png",
    "http://169.254.169.254/latest/meta-data",
    "ftp://example.com/a.png",
    "iVBORw0KGgo=",
    "data:text/html,<b>",
    "javascript:alert(1)",
    known,
    `${origin}/api/projects`,
  ])("are refused unasked when they are like %s", async (address) => {
    const { parts, received, fetched } = createParts();
    await expect(resolve(parts, { input_image: address })).rejects.toMatchObject({
      code: "invalid_input",
      faults: [{ field: "input_image", rule: "format", message: expect.stringContaining("for input_image") }],
    });
    expect([received, fetched]).toEqual([[], []]);
  });

  it("are all looked at before the first is stored, and all that is wrong is told", async () => {
    const { parts, received } = createParts();
    const unknown = `${origin}/api/pictures/pic_${"b".repeat(64)}/file`;
    await expect(
      resolve(parts, { a: dataUri, b: "https://example.com/gone.png", c: "https://10.0.0.1/x.png", d: unknown, e: "file:///x" }),
    ).rejects.toMatchObject({
      faults: [
        { field: "b", message: expect.stringContaining("could not be fetched (status)") },
        { field: "c", message: expect.stringContaining("not on the public internet") },
        { field: "d", message: expect.stringContaining("no picture at this address") },
        { field: "e" },
      ],
    });
    expect(received).toEqual([]);
  });

  it.each([
    ["is no picture", "https://example.com/text", "this one was refused"],
    ["is an empty mask", "https://example.com/black", "black mask"],
  ])("leave nothing behind when the second of them %s", async (_, mask, reason) => {
    const { parts, received, discarded } = createParts();
    await expect(resolve(parts, { image: dataUri, mask })).rejects.toMatchObject({
      code: "invalid_input",
      faults: [{ field: "mask", message: expect.stringContaining(reason) }],
    });
    expect(received).toEqual([]);
    expect(discarded).toContain("inline");
  });

  it("give back the connections that are not needed any more", async () => {
    const { parts, signals } = createParts();
    await expect(resolve(parts, { a: "https://example.com/a.png", b: "file:///x" })).rejects.toThrow();
    expect(signals.map((signal) => signal.aborted)).toEqual([true]);
  });

  it("name their field when what is there is no picture", async () => {
    const { parts } = createParts();
    await expect(resolve(parts, { mask: "https://example.com/text" })).rejects.toMatchObject({
      code: "invalid_input",
      message: "Expected a usable picture for mask but this one was refused: Expected a picture but received a text file",
      faults: [{ field: "mask" }],
    });
  });

  it("are nobody's fault when we are busy", async () => {
    const { parts } = createParts();
    await expect(resolve(parts, { mask: "https://example.com/busy" })).rejects.toMatchObject({
      code: "busy",
      faults: [],
      retryAfterMs: 1000,
    });
  });
});
