/** By what name the studio is asked, and what every answer says to the browser. */
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Studio, startStudio } from "#lib/testing/start-studio.ts";
import { type Picture, type Project, paths, stageSide, thumbnailSides } from "#lib/wire.ts";
import { drawScene } from "./pictures.ts";
import { type Answer, ask, createProject, until, upload } from "./studio-client.ts";

let studio: Studio;
let project: Project;
let picture: Picture;

beforeAll(async () => {
  studio = await startStudio();
  project = await createProject(studio.origin, "Before");
  picture = await upload(studio.origin, drawScene(1700, 900));
});
afterAll(() => studio?.stop());

/** Exactly these bytes over a line of its own; the answer's status. */
function askRaw(...lines: readonly string[]): Promise<number> {
  const { hostname, port } = new URL(studio.origin);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(`${[...lines, "Connection: close"].join("\r\n")}\r\n\r\n`));
    let answer = "";
    socket.on("data", (bytes) => (answer += bytes.toString("latin1"))).once("error", reject);
    socket.once("close", () => resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0)));
  });
}

describe("the name in Host", () => {
  const places = ["/", "/api/projects", "/replicate/v1/predictions", "/replicate/v1/openapi.json", "/no-such-page"];
  const foreign = [
    "example.com",
    "evil.example:3000",
    "127.0.0.1.example.com",
    "localhost.example.com",
    "10.0.0.1",
    "[::2]",
    "2130706433",
    "user@127.0.0.1",
    "127.0.0.1 example.com",
    "",
  ];

  it.each(places)("must be this machine's own at %s", async (place) => {
    const { host } = new URL(studio.origin);
    for (const name of foreign) {
      const status = await askRaw(`GET ${place} HTTP/1.1`, `Host: ${name}`);
      expect([400, 403], `${name} at ${place}`).toContain(status);
    }
    expect(await askRaw(`GET ${place} HTTP/1.1`), "no Host").toBe(400);
    const twice = await askRaw(`GET ${place} HTTP/1.1`, `Host: ${host}`, "Host: example.com");
    expect([200, 404], "an own Host and then a foreign one").toContain(twice);
    expect([400, 403], "a foreign Host and then an own one").toContain(
      await askRaw(`GET ${place} HTTP/1.1`, "Host: example.com", `Host: ${host}`),
    );
    for (const name of ["localhost", "127.0.0.1:1", host]) {
      expect([200, 404], name).toContain(await askRaw(`GET ${place} HTTP/1.1`, `Host: ${name}`));
    }
  });

  it("helps nobody who asks for an address in full: nothing is served", async () => {
    const { host } = new URL(studio.origin);
    for (const place of places) {
      for (const name of ["example.com", host]) {
        // The framework sends such requests away to the address they name.
        expect([308, 400, 403], place).toContain(await askRaw(`GET http://example.com${place} HTTP/1.1`, `Host: ${name}`));
      }
    }
  });

  it("gives nothing away in a refusal", async () => {
    const answer = await ask(studio.origin, paths.projects, { headers: { host: "example.com" } });
    expect(answer.status).toBe(403);
    expect(JSON.parse(answer.text).error).toMatchObject({ code: "host_not_allowed" });
    expect(answer.text).not.toContain(project.id);
  });
});

const headersOf = ({ headers }: Answer) => Object.fromEntries(Object.entries(headers));

describe("pages", () => {
  it.each(["/", "/projects/", "/no-such-page"])("run only their own scripts, by a nonce that is new each time: %s", async (place) => {
    const target = place === "/projects/" ? `/projects/${project.id}` : place;
    const [first, second] = [await ask(studio.origin, target), await ask(studio.origin, target)];
    const nonceOf = (answer: Answer) => /script-src [^;]*'nonce-([^']+)'/.exec(String(answer.headers["content-security-policy"]))?.[1];
    const nonce = nonceOf(first);
    expect(nonce).toMatch(/^[\w+/]{22}==$/);
    expect(nonceOf(second)).not.toBe(nonce);
    const policy = String(first.headers["content-security-policy"]);
    for (const rule of ["default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
      expect(policy).toContain(rule);
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(policy).not.toMatch(/https?:/);
    const scripts = [...first.text.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
    expect(scripts.length).toBeGreaterThan(2);
    expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([]);
    expect(headersOf(first)).toMatchObject({ "x-content-type-options": "nosniff", "referrer-policy": "no-referrer" });
    expect(first.headers).not.toHaveProperty("x-powered-by");
  });

  it("of the workshop are no part of what is built", async () => {
    expect((await ask(studio.origin, "/design")).status).toBe(404);
  });

  it("name no other host", async () => {
    const { text } = await ask(studio.origin, "/");
    const addresses = [...text.matchAll(/(?:src|href)="(https?:)?\/\/[^"]*"/g)].map(([found]) => found);
    expect(addresses).toEqual([]);
  });
});

describe("pictures", () => {
  const file = () => paths.pictureFile(picture.id);
  const inert = {
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    "content-security-policy": expect.stringContaining("sandbox"),
    "cache-control": expect.stringContaining("immutable"),
    "accept-ranges": "bytes",
  };

  it("are inert, and kept by the browser for ever", async () => {
    const whole = await ask(studio.origin, file());
    expect([whole.status, whole.bytes.length]).toEqual([200, picture.bytes]);
    expect(headersOf(whole)).toMatchObject({ ...inert, "content-type": "image/png", etag: `"${picture.id.slice(4)}"` });
    for (const headers of [{ "if-none-match": String(whole.headers.etag) }, { "if-none-match": `"x", W/${whole.headers.etag}` }]) {
      const again = await ask(studio.origin, file(), { headers });
      expect([again.status, again.bytes.length]).toEqual([304, 0]);
    }
    const head = await ask(studio.origin, file(), { method: "HEAD" });
    expect([head.status, head.bytes.length, head.headers.etag]).toEqual([200, 0, whole.headers.etag]);
  });

  it("come in ranges", async () => {
    const { bytes: whole } = await ask(studio.origin, file());
    const last = whole.length - 1;
    const ranges = [
      ["bytes=0-0", 0, 0],
      ["bytes=10-99", 10, 99],
      [`bytes=${last - 4}-`, last - 4, last],
      ["bytes=-7", last - 6, last],
      [`bytes=5-${last + 1000}`, 5, last],
    ] as const;
    for (const [range, from, to] of ranges) {
      const part = await ask(studio.origin, file(), { headers: { range } });
      expect([part.status, part.headers["content-range"]], range).toEqual([206, `bytes ${from}-${to}/${whole.length}`]);
      expect(part.bytes.equals(whole.subarray(from, to + 1)), range).toBe(true);
    }
    const beyond = await ask(studio.origin, file(), { headers: { range: `bytes=${whole.length}-` } });
    expect([beyond.status, beyond.headers["content-range"]]).toEqual([416, `bytes */${whole.length}`]);
    for (const range of ["bytes=9-3", "bytes=x-", "lines=1-2", "bytes=0-1,4-5"]) {
      expect((await ask(studio.origin, file(), { headers: { range } })).status, range).toBe(200);
    }
    const changed = await ask(studio.origin, file(), { headers: { range: "bytes=0-0", "if-range": '"another"' } });
    expect([changed.status, changed.bytes.length]).toEqual([200, whole.length]);
  });

  it("have thumbnails in three sizes, each made once", async () => {
    const own = async () => (await studio.storedFiles()).filter((name) => name.includes(picture.id.slice(4)));
    expect(await own()).toHaveLength(1);
    for (const side of thumbnailSides) {
      const asked = await Promise.all(Array.from({ length: 4 }, () => ask(studio.origin, paths.thumbnail(picture.id, side))));
      for (const answer of asked) {
        expect(answer.status).toBe(200);
        const isForStage = side === stageSide;
        expect(headersOf(answer)).toMatchObject({ ...inert, "content-type": isForStage ? "image/jpeg" : "image/webp" });
        expect(answer.bytes.subarray(...(isForStage ? [0, 3] : [8, 12])).toString("latin1")).toBe(isForStage ? "\xff\xd8\xff" : "WEBP");
      }
      expect(new Set(asked.map(({ bytes }) => bytes.toString("base64"))).size).toBe(1);
      const etag = String(asked[0]?.headers.etag);
      expect((await ask(studio.origin, paths.thumbnail(picture.id, side), { headers: { "if-none-match": etag } })).status).toBe(304);
    }
    // They are answered before they are kept.
    await until("each to be kept", async () => ((await own()).length > thumbnailSides.length ? true : null));
    expect(await own()).toHaveLength(1 + thumbnailSides.length);
    expect((await ask(studio.origin, `/api/pictures/${picture.id}/thumbnails/257`)).status).toBe(404);
  });
});
