/** What goes wrong between us and an S3 service, each fault played by a server that does just that. */
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Blobs, pictureKey } from "../blobs.ts";
import { inPieces } from "../blobs-contract.ts";
import { openS3Blobs } from "./s3-blobs.ts";

type Play = (request: IncomingMessage, response: ServerResponse) => void;

const bytes = new Uint8Array(300_000).map((_, index) => index % 251);
const key = pictureKey("a".repeat(64));
const patience = { attempts: 3, firstDelayMs: 1, patienceMs: 20_000, silenceMs: 400 };
const ok: Play = (_request, response) => response.writeHead(200, { "content-length": 0 }).end();

let server: Server;
let folder = "";
let endpoint = "";
/** What the service does next; the last one for ever. */
let plays: Play[] = [];
let asked: IncomingMessage[] = [];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "pentimento-s3-faults-"));
  plays = [ok];
  asked = [];
  const answer: Play = (request, response) => {
    asked.push(request);
    const play = plays.length > 1 ? plays.shift() : plays[0];
    play?.(request, response);
  };
  server = createServer(answer).on("checkContinue", answer).listen(0, "127.0.0.1");
  await once(server, "listening");
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true });
});

async function openAnd(...next: Play[]): Promise<Blobs> {
  const place = { endpoint, bucket: "bucket", region: "us-east-1", accessKeyId: "key", secretAccessKey: "hunter2" };
  const blobs = await openS3Blobs(place, { scratchFolder: folder, patience });
  plays = next;
  asked = [];
  return blobs;
}

const error =
  (status: number, code: string, headers: Record<string, string> = {}): Play =>
  (_request, response) =>
    response.writeHead(status, headers).end(`<Error><Code>${code}</Code><Message>hunter2</Message></Error>`);
const silence: Play = () => undefined;
const reset: Play = (request) => request.socket.destroy();
const object: Play = (request, response) => {
  const [, start = "0", end = String(bytes.length - 1)] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? "") ?? [];
  const part = bytes.subarray(Number(start), Number(end) + 1);
  response.writeHead(request.headers.range ? 206 : 200, { "content-length": part.length, etag: '"one"' }).end(part);
};
const takeIn: Play = (request, response) => {
  response.writeContinue();
  request.resume().once("end", () => response.writeHead(200, { "content-length": 0 }).end());
};
const breakOff =
  (after: number, as: (socket: IncomingMessage["socket"]) => void): Play =>
  (_request, response) => {
    response.writeHead(200, { "content-length": bytes.length, etag: '"one"' });
    response.write(bytes.subarray(0, after), () => as(response.req.socket));
  };

const read = async (blobs: Blobs) => new Uint8Array(await new Response(await blobs.read(key)).arrayBuffer());
const keep = async (blobs: Blobs) => (await blobs.stage(inPieces(bytes), { maxBytes: bytes.length })).keep(key);
const messageOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "no error",
    (fault: Error) => fault.message,
  );

test.each([
  ["500", error(500, "InternalError")],
  ["503", error(503, "SlowDown")],
  ["429", error(429, "TooManyRequests")],
  ["silence", silence],
  ["a reset", reset],
])("%s is asked again and does no harm; for ever it is unavailable", async (_name, fault) => {
  const blobs = await openAnd(fault, object);
  expect(await read(blobs)).toEqual(bytes);
  expect(asked).toHaveLength(2);

  plays = [fault, fault, takeIn];
  await keep(blobs);
  plays = [fault];
  asked = [];
  for (const use of [() => blobs.size(key), () => read(blobs), () => keep(blobs), () => blobs.remove(key)]) {
    await expect(use()).rejects.toMatchObject({ code: "storage_unavailable", retryAfterMs: 5000 });
  }
  expect(asked).toHaveLength(12);
});

test.each([
  ["a wrong key", 403, "SignatureDoesNotMatch"],
  ["a right that is missing", 403, "AccessDenied"],
  ["a bucket that is gone", 404, "NoSuchBucket"],
  ["a request it does not understand", 400, "InvalidRequest"],
])("%s is refused at once and never asked again", async (_name, status, code) => {
  const blobs = await openAnd(error(status, code));
  const messages = [await messageOf(read(blobs)), await messageOf(keep(blobs))];
  for (const message of messages) expect(message).toContain(`${status} ${code}`);
  expect(messages.join()).not.toContain("hunter2");
  expect(asked).toHaveLength(2);
  await expect(read(blobs)).rejects.toMatchObject({ code: "storage_refused" });
});

test("a bucket of another region is named", async () => {
  const blobs = await openAnd(error(301, "PermanentRedirect", { "x-amz-bucket-region": "eu-central-1" }));
  expect(await messageOf(read(blobs))).toContain("the bucket is in eu-central-1, not in us-east-1");
});

test("a clock that is off is set by the service's own, once", async () => {
  const theirs = new Date(Date.now() + 3_600_000);
  const skewed = error(403, "RequestTimeTooSkewed", { date: theirs.toUTCString() });
  const blobs = await openAnd(skewed, object);
  expect(await read(blobs)).toEqual(bytes);
  const [before = "", after = ""] = asked.map(({ headers }) => String(headers["x-amz-date"]));
  expect(after.slice(0, 11)).toBe(theirs.toISOString().replace(/[:-]/g, "").slice(0, 11));
  expect(after > before).toBe(true);
  plays = [skewed];
  await expect(read(blobs)).rejects.toMatchObject({ code: "storage_refused" });
});

test.each([
  ["a reset", (socket: IncomingMessage["socket"]) => socket.resetAndDestroy()],
  ["an early end", (socket: IncomingMessage["socket"]) => socket.end()],
  ["silence", () => undefined],
])("%s half-way goes on from there, and only with the same blob", async (_name, as) => {
  const blobs = await openAnd(breakOff(100_000, as), object);
  expect(await read(blobs)).toEqual(bytes);
  expect(asked.map(({ headers }) => headers["if-match"])).toEqual([undefined, '"one"']);
  // What a reset overtakes is lost on the way.
  const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(asked[1]?.headers.range ?? "") ?? [];
  expect(Number(from)).toBeLessThanOrEqual(100_000);
  expect(Number(to)).toBe(bytes.length - 1);

  plays = [breakOff(100_000, as), error(412, "PreconditionFailed")];
  await expect(read(blobs)).rejects.toThrow();
  plays = [breakOff(100_000, as), error(403, "AccessDenied")];
  await expect(read(blobs)).rejects.toMatchObject({ code: "storage_refused" });
});

test("a blob that is never whole is not lent, and nothing is left of it", async () => {
  const blobs = await openAnd(
    breakOff(100_000, (socket) => socket.end()),
    reset,
  );
  await expect(blobs.withFile(key, async () => undefined)).rejects.toMatchObject({ code: "storage_unavailable" });
  expect(await readdir(folder)).toEqual([]);
});

test("what is there already is not sent again, and one of another length is replaced", async () => {
  const exists = error(412, "PreconditionFailed");
  const size =
    (length: number): Play =>
    (_request, response) =>
      response.writeHead(200, { "content-length": length }).end();
  const blobs = await openAnd(exists, size(bytes.length));
  await keep(blobs);
  expect(asked.map(({ method }) => method)).toEqual(["PUT", "HEAD"]);
  expect(asked[0]?.headers).toMatchObject({ "if-none-match": "*", expect: "100-continue" });

  asked = [];
  plays = [exists, size(7), takeIn];
  await keep(blobs);
  expect(asked.map(({ method, headers }) => [method, headers["if-none-match"]])).toEqual([
    ["PUT", "*"],
    ["HEAD", undefined],
    ["PUT", undefined],
  ]);
  expect(await readdir(folder)).toEqual([]);
});

test("a conflict with another writer is tried again, and a service that knows no conditions is asked without them from then on", async () => {
  const blobs = await openAnd(error(409, "ConditionalRequestConflict"), takeIn);
  await keep(blobs);
  plays = [error(501, "NotImplemented"), takeIn];
  asked = [];
  await keep(blobs);
  await keep(blobs);
  expect(asked.map(({ headers }) => headers["if-none-match"])).toEqual(["*", undefined, undefined]);
});

test("a service that never says that it will go on gets the file all the same", async () => {
  const blobs = await openAnd((request, response) => {
    request.resume().once("end", () => response.writeHead(200, { "content-length": 0 }).end());
  });
  const patient = { attempts: 1, firstDelayMs: 1, patienceMs: 20_000, silenceMs: 5000 };
  const place = { endpoint, bucket: "bucket", region: "us-east-1", accessKeyId: "key", secretAccessKey: "hunter2" };
  await blobs.close();
  await keep(await openS3Blobs(place, { scratchFolder: folder, patience: patient }));
  expect(asked.map(({ method }) => method)).toEqual(["HEAD", "PUT"]);
});

test("a file that could not be kept is still there to be kept", async () => {
  const blobs = await openAnd(error(503, "SlowDown"));
  const staged = await blobs.stage(inPieces(bytes), { maxBytes: bytes.length });
  await expect(staged.keep(key)).rejects.toMatchObject({ code: "storage_unavailable" });
  expect(await readdir(folder)).toHaveLength(1);
  plays = [takeIn];
  await staged.keep(key);
  expect(await readdir(folder)).toEqual([]);
});

test("a listing goes on where a page ended, whatever the mark is made of", async () => {
  const page = (name: string, next: string) =>
    `<?xml version="1.0"?><ListBucketResult><IsTruncated>${next !== ""}</IsTruncated>` +
    `<Contents><Key>lists/${name}</Key><LastModified>2026-11-01T10:00:00.000Z</LastModified><Size>5</Size></Contents>` +
    `<NextContinuationToken>${next}</NextContinuationToken></ListBucketResult>`;
  const send =
    (text: string): Play =>
    (_request, response) =>
      response.end(text);
  const blobs = await openAnd(send(page("one", "a&amp;b+/&#61;")), send(page("two", "")));
  const found: unknown[] = [];
  for await (const blob of blobs.list("lists/")) found.push(blob);
  const writtenAtMs = Date.parse("2026-11-01T10:00:00Z");
  expect(found).toEqual(["one", "two"].map((name) => ({ key: `lists/${name}`, bytes: 5, writtenAtMs })));
  expect(new URL(asked[1]?.url ?? "", endpoint).searchParams.get("continuation-token")).toBe("a&b+/=");
  plays = [send("<html>a page of a proxy</html>")];
  await expect(Array.fromAsync(blobs.list("lists/"))).rejects.toThrow(/^Expected a listing/);
});
