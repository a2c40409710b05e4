/** What the studio's own API refuses: by a code, a sentence and the field, before anything is stored or sent. And what it takes whole. */
import { createHash } from "node:crypto";
import { request } from "node:http";
import { connect } from "node:net";
import { crc32 } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isErrorCode } from "#lib/errors.ts";
import { type FakeGateway, startFakeGateway } from "#lib/testing/fake-gateway/fake-gateway.ts";
import { type Studio, startStudio } from "#lib/testing/start-studio.ts";
import { maxUploadBytes, type Picture, type Project, paths } from "#lib/wire.ts";
import { avifHeader, drawMask, drawMiddleMask, drawNoise, drawScene } from "./pictures.ts";
import { type Answer, ask, askJson, createProject, until, upload } from "./studio-client.ts";

let gateway: FakeGateway;
let studio: Studio;
let project: Project;

beforeAll(async () => {
  gateway = await startFakeGateway();
  studio = await startStudio({ environment: { REPLICATE_API_TOKEN: gateway.token, REPLICATE_BASE_URL: gateway.baseUrl } });
  project = await createProject(studio.origin);
});
afterAll(async () => {
  await studio?.stop();
  await gateway?.close();
});

const blobs = () => studio.storedFiles();

/** The error of a 4xx; every one has a code of ours, a sentence, and names the field where there is one. */
function errorOf(answer: Answer) {
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
  const { error } = JSON.parse(answer.text);
  expect(isErrorCode(error.code)).toBe(true);
  expect(error.message).toMatch(/^\S.{15,}/);
  expect(error).toMatchObject({ charged: "no", requestId: expect.stringMatching(/^req_/) });
  for (const fault of error.faults) expect(fault.message).toContain(String(fault.field));
  return { code: error.code, field: error.faults[0]?.field ?? null };
}

describe("a file that is no picture we take", () => {
  const png = drawScene(64, 48);
  const jpegHead = Buffer.from(
    "ffd8ffe000104a46494600010100000100010000ffdb0043000302020302020303030304030304050805050404050a070706",
    "hex",
  );
  const files: readonly (readonly [string, () => Uint8Array, string])[] = [
    ["nothing", () => Buffer.alloc(0), "picture_unsupported"],
    ["one byte", () => Buffer.from([0xff]), "picture_unsupported"],
    ["text in a file named .png", () => Buffer.from("I am a picture, believe me.\n".repeat(40)), "picture_unsupported"],
    ["a page of HTML", () => Buffer.from("<!doctype html><script>alert(1)</script>"), "picture_unsupported"],
    [
      "a drawing with scripts",
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
      "picture_unsupported",
    ],
    ["a JPEG that breaks off", () => jpegHead, "picture_unreadable"],
    ["a PNG that breaks off", () => png.subarray(0, png.length >> 1), "picture_unreadable"],
    ["a PNG of its first eight bytes", () => png.subarray(0, 8), "picture_unreadable"],
    ["an AVIF of 50 megapixels in a few hundred bytes", () => avifHeader(8000, 6250), "picture_too_many_pixels"],
    ["a PNG that says it has 60 megapixels", () => withSize(png, 10_000, 6000), "picture_too_many_pixels"],
  ];

  it.each(files)("is refused: %s", async (_title, bytes, code) => {
    const before = await blobs();
    const headers = { "content-type": "image/png", "content-disposition": 'attachment; filename="picture.png"' };
    const answer = await ask(studio.origin, paths.pictures, { method: "POST", headers, body: bytes() });
    expect(errorOf(answer).code).toBe(code);
    expect(await blobs()).toEqual(before);
  });
});

/** The same file with another size in its header, and a header checksum that fits. */
function withSize(png: Buffer, width: number, height: number): Buffer {
  const changed = Buffer.from(png);
  changed.writeUInt32BE(width, 16);
  changed.writeUInt32BE(height, 20);
  changed.writeUInt32BE(crc32(changed.subarray(12, 29)), 29);
  return changed;
}

describe("an upload", () => {
  const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

  it.each([
    ["10.5 MB", 1875],
    ["50 MB", 4084],
  ])("of %s arrives whole", async (_title, side) => {
    const bytes = drawNoise(side);
    const picture = await upload(studio.origin, bytes);
    expect(picture).toMatchObject({ id: `pic_${sha256(bytes)}`, bytes: bytes.length, width: side, height: side });
    const { bytes: back } = await ask(studio.origin, paths.pictureFile(picture.id));
    expect(sha256(back)).toBe(sha256(bytes));
  });

  it("of one byte more than the most is refused by its announced length, before it is sent", async () => {
    const before = await blobs();
    const answer = await announce(maxUploadBytes + 1, Buffer.alloc(0));
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain('"too_large"');
    expect(await blobs()).toEqual(before);
  });

  it("of one byte more than the most is refused as it comes when it announces nothing", async () => {
    const before = await blobs();
    const answer = await sendInChunks(maxUploadBytes + 1);
    expect(answer.status).toBe(413);
    expect(errorOf(answer).code).toBe("too_large");
    expect(await blobs()).toEqual(before);
  });

  it("that ends before its announced length leaves nothing", async () => {
    const before = await blobs();
    const bytes = drawScene(640, 480);
    const answer = await announce(bytes.length + 1, bytes);
    expect(answer).not.toMatch(/^HTTP\/1\.1 2/);
    await until("the staged file to be gone", async () => ((await blobs()).length === before.length ? true : null));
    expect(await blobs()).toEqual(before);
  });

  /** Sends the head and these bytes, then ends its side; what comes back, if anything. */
  function announce(length: number, bytes: Buffer): Promise<string> {
    const { hostname, port, host } = new URL(studio.origin);
    return new Promise((resolve) => {
      const socket = connect(Number(port), hostname, () => {
        socket.write(`POST ${paths.pictures} HTTP/1.1\r\nHost: ${host}\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\n`);
        if (bytes.length > 0) socket.end(bytes);
      });
      let answer = "";
      socket.on("data", (chunk) => {
        answer += chunk.toString("latin1");
        if (answer.includes("}}")) socket.destroy();
      });
      socket.on("error", () => undefined).once("close", () => resolve(answer));
    });
  }

  function sendInChunks(length: number): Promise<Answer> {
    const { hostname, port } = new URL(studio.origin);
    return new Promise((resolve, reject) => {
      const sent = request({ hostname, port, path: paths.pictures, method: "POST", agent: false });
      let left = length;
      const piece = Buffer.alloc(1024 * 1024);
      const fill = () => {
        while (left > 0) {
          const size = Math.min(left, piece.length);
          left -= size;
          if (!sent.write(piece.subarray(0, size))) return;
        }
        sent.end();
      };
      sent.on("drain", fill).once("response", (response) => {
        const chunks: Buffer[] = [];
        response
          .on("data", (chunk: Buffer) => chunks.push(chunk))
          .once("end", () => {
            const bytes = Buffer.concat(chunks);
            resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes, text: bytes.toString("utf8") });
            sent.destroy();
          });
      });
      sent.on("error", (error: NodeJS.ErrnoException) => error.code === "EPIPE" || error.code === "ECONNRESET" || reject(error));
      fill();
    });
  }
});

describe("a prediction", () => {
  let picture: Picture;
  let mask: Picture;
  let otherShape: Picture;
  let black: Picture;
  let white: Picture;
  const missing = `pic_${"0".repeat(64)}`;

  beforeAll(async () => {
    const pictures = [drawScene(640, 480), drawMiddleMask(640, 480), drawMiddleMask(480, 640)];
    const flat = [drawMask(640, 480, () => false), drawMask(640, 480, () => true)];
    const stored = await Promise.all([...pictures, ...flat].map((bytes) => upload(studio.origin, bytes)));
    const [first, second, third, fourth, fifth] = stored;
    if (!first || !second || !third || !fourth || !fifth) throw new Error("Expected five pictures");
    [picture, mask, otherShape, black, white] = [first, second, third, fourth, fifth];
  });

  const schnell = "black-forest-labs/flux-schnell";
  const fill = "black-forest-labs/flux-fill-dev";
  const kontext = "black-forest-labs/flux-kontext-pro";
  const many = "flux-kontext-apps/multi-image-kontext-pro";
  const boat = { prompt: "a boat" };
  type Case = readonly [title: string, model: string, inputs: () => unknown, code: string, field: string | null];
  const cases: readonly Case[] = [
    ["a model nobody has", "acme/nothing", () => boat, "unknown_model", null],
    ["the name of a property every object has", "constructor", () => boat, "unknown_model", null],
    ["a prompt that is a number", schnell, () => ({ prompt: 7 }), "invalid_input", "prompt"],
    ["a prompt that is a list", schnell, () => ({ prompt: ["a boat"] }), "invalid_input", "prompt"],
    ["no prompt", schnell, () => ({}), "invalid_input", "prompt"],
    ["an empty prompt", schnell, () => ({ prompt: "" }), "invalid_input", "prompt"],
    ["a prompt of spaces", schnell, () => ({ prompt: " \n\t " }), "invalid_input", "prompt"],
    ["a prompt of 10,001 characters", schnell, () => ({ prompt: "a".repeat(10_001) }), "invalid_input", "prompt"],
    ["steps out of range", schnell, () => ({ ...boat, num_inference_steps: 5 }), "invalid_input", "num_inference_steps"],
    ["half a picture", schnell, () => ({ ...boat, num_outputs: 1.5 }), "invalid_input", "num_outputs"],
    ["a number as text", schnell, () => ({ ...boat, num_outputs: "2" }), "invalid_input", "num_outputs"],
    ["a toggle that is text", schnell, () => ({ ...boat, go_fast: "yes" }), "invalid_input", "go_fast"],
    ["a ratio nobody offers", schnell, () => ({ ...boat, aspect_ratio: "7:5" }), "invalid_input", "aspect_ratio"],
    ["megapixels as a number", schnell, () => ({ ...boat, megapixels: 1 }), "invalid_input", "megapixels"],
    ["a field the model does not have", schnell, () => ({ ...boat, guidance: 3 }), "invalid_input", "guidance"],
    ["a field with a name that means something in code", schnell, () => ({ ...boat, constructor: 1 }), "invalid_input", "constructor"],
    ["a list for inputs", schnell, () => [], "invalid_input", "inputs"],
    ["no picture where one is needed", "black-forest-labs/flux-kontext-dev", () => boat, "invalid_input", "input_image"],
    [
      "an address where a stored picture is meant",
      kontext,
      () => ({ ...boat, input_image: "https://example.com/a.png" }),
      "invalid_input",
      "input_image",
    ],
    [
      "a path where a stored picture is meant",
      kontext,
      () => ({ ...boat, input_image: "../../etc/hostname" }),
      "invalid_input",
      "input_image",
    ],
    ["a picture nobody stored", kontext, () => ({ ...boat, input_image: missing }), "invalid_input", "input_image"],
    [
      "more tolerance than a picture allows",
      kontext,
      () => ({ ...boat, input_image: picture.id, safety_tolerance: 6 }),
      "invalid_input",
      "safety_tolerance",
    ],
    ["only the second of two pictures", many, () => ({ ...boat, input_image_2: picture.id }), "invalid_input", "input_image_1"],
    ["a mask without its picture", fill, () => ({ ...boat, mask: mask.id }), "invalid_input", "image"],
    ["a picture without its mask", fill, () => ({ ...boat, image: picture.id }), "invalid_input", "mask"],
    ["a mask of another shape", fill, () => ({ ...boat, image: picture.id, mask: otherShape.id }), "invalid_input", "mask"],
    ["a mask that is all black", fill, () => ({ ...boat, image: picture.id, mask: black.id }), "invalid_input", "mask"],
    ["a mask that is all white", fill, () => ({ ...boat, image: picture.id, mask: white.id }), "invalid_input", "mask"],
  ];

  it.each(cases)("is refused for %s", async (_title, model, inputs, code, field) => {
    const before = { files: await blobs(), requests: gateway.requests.length };
    const answer = await askJson(studio.origin, paths.predictions, { projectId: project.id, model, inputs: inputs() });
    expect(errorOf(answer)).toEqual({ code, field });
    expect({ files: await blobs(), requests: gateway.requests.length }).toEqual(before);
    const now: Project = JSON.parse((await ask(studio.origin, paths.project(project.id))).text);
    expect(now.predictions).toEqual([]);
  });

  it("is refused in a project that does not exist, and before an edit that does not exist, or with a frame that cannot be", async () => {
    const start = (more: object) =>
      askJson(studio.origin, paths.predictions, { projectId: project.id, model: schnell, inputs: boat, ...more });
    expect(errorOf(await start({ projectId: "prj_nobody" })).code).toBe("not_found");
    expect(["not_found", "invalid_input"]).toContain(errorOf(await start({ parentEditId: "edt_nobody" })).code);
    expect(errorOf(await start({ extra: true })).code).toBe("invalid_input");
    const box = { x: 0, y: 0, width: 64, height: 64 };
    expect(errorOf(await start({ box }))).toEqual({ code: "invalid_input", field: "box" });
    expect(errorOf(await start({ box: { ...box, x: "left" } }))).toEqual({ code: "invalid_input", field: "box.x" });
    expect(errorOf(await start({ expand: { left: 9 } })).code).toBe("invalid_input");
    const framed = { model: fill, inputs: { ...boat, image: picture.id, mask: mask.id } };
    expect(errorOf(await start({ ...framed, box: { ...box, x: 1e6 } }))).toEqual({ code: "invalid_input", field: "box" });
    const expand = { left: 9e6, top: 0, right: 0, bottom: 0 };
    expect(errorOf(await start({ ...framed, expand }))).toEqual({ code: "invalid_input", field: "expand" });
    expect(gateway.requests).toEqual([]);
  });
});

describe("other requests", () => {
  const long = "n".repeat(300);
  type Case = readonly [title: string, ask: () => Promise<Answer>, code: string, field: string | null];
  const cases: readonly Case[] = [
    ["a project's name of 300 characters", () => askJson(studio.origin, paths.projects, { name: long }), "invalid_input", "name"],
    [
      "a file's name of 300 characters",
      () => askJson(studio.origin, paths.edits(project.id), { pictureId: `pic_${"0".repeat(64)}`, name: `${long}.png` }),
      "invalid_input",
      "name",
    ],
    ["a name that is a number", () => askJson(studio.origin, paths.projects, { name: 7 }), "invalid_input", "name"],
    ["an unknown field", () => askJson(studio.origin, paths.projects, { name: "a", colour: "red" }), "invalid_input", "colour"],
    [
      "an edit of a picture nobody stored",
      () => askJson(studio.origin, paths.edits(project.id), { pictureId: `pic_${"0".repeat(64)}`, name: "a" }),
      "invalid_input",
      "pictureId",
    ],
    [
      "JSON that breaks off",
      () => ask(studio.origin, paths.projects, { method: "POST", headers: { "content-type": "application/json" }, body: '{"name":' }),
      "bad_request",
      null,
    ],
    [
      "a body that is no UTF-8",
      () =>
        ask(studio.origin, paths.projects, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: Buffer.from([0x22, 0xff, 0x22]),
        }),
      "bad_request",
      null,
    ],
    ["a JSON body of 300 kB", () => askJson(studio.origin, paths.projects, { name: "n".repeat(300_000) }), "too_large", null],
    ["a project nobody made", () => ask(studio.origin, paths.project("prj_nobody")), "not_found", null],
    ["a search with a filter nobody offers", () => ask(studio.origin, `${paths.projects}?filter=newest`), "invalid_input", "filter"],
    ["a page after something else", () => ask(studio.origin, `${paths.projects}?after=prj_1`), "invalid_input", "after"],
    ["a change of nothing", () => change(paths.project(project.id), {}), "bad_request", null],
    ["a star that is text", () => change(paths.project(project.id), { starred: "yes" }), "invalid_input", "starred"],
    [
      "an edit nobody made as the current one",
      () => change(paths.project(project.id), { currentEditId: "edt_x" }),
      "invalid_input",
      "currentEditId",
    ],
    ["a change of an edit nobody made", () => change(paths.edit("edt_x"), { starred: true }), "not_found", null],
    ["an edit without a name", () => change(paths.edit("edt_x"), { name: " " }), "invalid_input", "name"],
    ["the deletion of an edit nobody made", () => ask(studio.origin, paths.edit("edt_x"), { method: "DELETE" }), "not_found", null],
    ["the deletion of a project nobody made", () => ask(studio.origin, paths.project("prj_x"), { method: "DELETE" }), "not_found", null],
    [
      "the deletion of what others made through the API",
      () => ask(studio.origin, paths.project("prj_api"), { method: "DELETE" }),
      "invalid_input",
      "projectId",
    ],
    ["bringing back a project nobody made", () => ask(studio.origin, paths.restoreProject("prj_x"), { method: "POST" }), "not_found", null],
    ["a prediction nobody made", () => ask(studio.origin, paths.prediction("prd_nobody")), "not_found", null],
    [
      "a call about a run, where no gateway was told where to call",
      () => askJson(studio.origin, `${paths.prediction("prd_x")}/over/x`, {}),
      "not_found",
      null,
    ],
    ["a picture nobody stored", () => ask(studio.origin, paths.pictureFile(`pic_${"0".repeat(64)}`)), "not_found", null],
    ["a picture by a path", () => ask(studio.origin, `/api/pictures/${encodeURIComponent("../../studio.db")}/file`), "not_found", null],
    ["enlarging three times", () => askJson(studio.origin, paths.enlarge("edt_x"), { factor: 3 }), "invalid_input", "factor"],
    ["enlarging by no factor", () => askJson(studio.origin, paths.enlarge("edt_x"), {}), "invalid_input", "factor"],
    ["enlarging an edit nobody made", () => askJson(studio.origin, paths.enlarge("edt_x"), { factor: 2 }), "not_found", null],
    ["nothing to watch", () => ask(studio.origin, paths.predictions), "invalid_input", "watch"],
    ["a watched name that is none", () => ask(studio.origin, `${paths.predictions}?watch=prd_x&wait=1`), "invalid_input", "watch"],
    ["a wait of an hour", () => ask(studio.origin, `${paths.prediction("prd_x")}?wait=3600`), "invalid_input", "wait"],
    ["an address of the API that does not exist", () => ask(studio.origin, "/api/nothing"), "not_found", null],
    ["a method that does not exist there", () => ask(studio.origin, paths.models, { method: "DELETE" }), "method_not_allowed", null],
    [
      "an Idempotency-Key with spaces",
      () => askJson(studio.origin, paths.predictions, {}, { "idempotency-key": "a b" }),
      "bad_request",
      null,
    ],
  ];

  function change(address: string, body: object): Promise<Answer> {
    const headers = { "content-type": "application/json" };
    return ask(studio.origin, address, { method: "PATCH", headers, body: JSON.stringify(body) });
  }

  it("are refused for the deletion of the current edit, and take that of another", async () => {
    const picture = await upload(studio.origin, drawScene(64, 48));
    const made = await askJson(studio.origin, paths.projects, { name: "Two edits", pictureId: picture.id });
    const { id, currentEditId }: Project = JSON.parse(made.text);
    const added = await askJson(studio.origin, paths.edits(id), { pictureId: picture.id, name: "Aside", makeCurrent: false });
    const remove = (editId: string) => ask(studio.origin, paths.edit(editId), { method: "DELETE" });
    expect(errorOf(await remove(currentEditId ?? ""))).toEqual({ code: "invalid_input", field: "editId" });
    const removed = await remove(JSON.parse(added.text).id);
    expect([removed.status, JSON.parse(removed.text).deletedAt]).toEqual([200, expect.any(String)]);
    const now: Project = JSON.parse((await ask(studio.origin, paths.project(id))).text);
    expect([now.currentEditId, now.editCount, now.edits.length]).toEqual([currentEditId, 1, 2]);
  });

  it.each(cases)("are refused for %s", async (_title, asked, code, field) => {
    expect(errorOf(await asked())).toEqual({ code, field });
  });

  it("take a file's name of 200 characters in any script, as it is", async () => {
    const picture = await upload(studio.origin, drawScene(64, 48));
    const name = `${"图".repeat(190)} é.png`;
    const answer = await askJson(studio.origin, paths.edits(project.id), { pictureId: picture.id, name });
    expect(answer.status, answer.text).toBe(201);
    expect(answer.text).toContain(name);
    const download = await ask(studio.origin, `${paths.pictureFile(picture.id)}?download=${encodeURIComponent(`${long}.png`)}`);
    expect(download.status).toBe(200);
    expect(gateway.requests).toEqual([]);
  });
});
