/** What a review link opens, and that nothing else opens by it: against the built app, as a stranger with the link asks. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { MadeShare, Review } from "#lib/review-wire.ts";
import { type Studio, startStudio } from "#lib/testing/start-studio.ts";
import { type Edit, type Picture, type Project, paths } from "#lib/wire.ts";
import { drawScene } from "./pictures.ts";
import { ask, askJson, enterReview, upload } from "./studio-client.ts";

let studio: Studio;
/** Three pictures in a row and a fourth in another project. */
let pictures: readonly Picture[];
let project: Project;
let edits: readonly Edit[];

beforeAll(async () => {
  studio = await startStudio();
  pictures = await Promise.all([64, 72, 80, 88].map((width) => upload(studio.origin, drawScene(width, 48))));
  const make = async (picture: Picture | undefined): Promise<Project> =>
    JSON.parse((await askJson(studio.origin, paths.projects, { name: "Shared", pictureId: picture?.id })).text);
  project = await make(pictures[0]);
  const other = await make(pictures[3]);
  let last = project.edits[0];
  const made = [last];
  for (const picture of pictures.slice(1, 3)) {
    const body = { pictureId: picture.id, name: "Step", parentEditId: last?.id };
    last = JSON.parse((await askJson(studio.origin, paths.edits(project.id), body)).text);
    made.push(last);
  }
  edits = [...made, other.edits[0]].flatMap((edit) => edit ?? []);
});
afterAll(() => studio?.stop());

/** With what its secret became in the browser of whoever has it. */
async function share(editId: string | null): Promise<MadeShare & { readonly cookie: string }> {
  const answer = await askJson(studio.origin, paths.shares(project.id), { editId, lifetime: "never" });
  expect(answer.status, answer.text).toBe(201);
  const made: MadeShare = JSON.parse(answer.text);
  return { ...made, cookie: (await enterReview(studio.origin, made.token)).cookie };
}

const codeOf = (text: string) => JSON.parse(text).error.code;
const remark = (editId: string | undefined, fields = {}) => ({ editId, author: "Ada", text: "softer", at: null, verdict: null, ...fields });

/** Every address below a link that answers a picture. */
function addressesOf(id: string, pictureId: string): readonly string[] {
  return [paths.reviewFile(id, pictureId), paths.reviewThumbnail(id, pictureId, 256), paths.reviewThumbnail(id, pictureId, 1536)];
}

describe("a review link", () => {
  it("answers the pictures of what is shared and 404 for every other, at every address", async () => {
    const reachable: readonly (readonly [number | null, readonly number[]])[] = [
      [0, [0]],
      [1, [0, 1]],
      [2, [1, 2]],
      [null, [0, 1, 2]],
    ];
    for (const [shared, open] of reachable) {
      const { share: made, cookie } = await share(shared === null ? null : (edits[shared]?.id ?? ""));
      const review: Review = JSON.parse((await ask(studio.origin, paths.review(made.id), { headers: { cookie } })).text);
      expect(review.edits.map(({ picture }) => pictures.findIndex(({ id }) => id === picture.id))).toEqual(open);
      for (const [index, picture] of pictures.entries()) {
        for (const address of addressesOf(made.id, picture.id)) {
          const answer = await ask(studio.origin, address, { headers: { cookie } });
          expect([address, answer.status]).toEqual([address, open.includes(index) ? 200 : 404]);
        }
      }
    }
  });

  it("gives the same bytes as the studio, and lets no browser keep them unasked", async () => {
    const { share: made, cookie } = await share(null);
    const [picture] = pictures;
    const file = paths.reviewFile(made.id, picture?.id ?? "");
    const [own, shared] = await Promise.all(
      [paths.pictureFile(picture?.id ?? ""), file].map((address) => ask(studio.origin, address, { headers: { cookie } })),
    );
    expect(shared?.bytes.equals(own?.bytes ?? Buffer.alloc(0))).toBe(true);
    expect(shared?.headers["cache-control"]).toBe("private, no-cache");
    const headers = { cookie, "if-none-match": shared?.headers.etag };
    expect((await ask(studio.origin, file, { headers })).status).toBe(304);
  });

  it("is closed at every address once it is revoked, like a token nobody made", async () => {
    const { token, share: made, cookie } = await share(edits[1]?.id ?? "");
    const other = await share(null);
    const id = edits[1]?.picture.id ?? "";
    expect((await ask(studio.origin, paths.share(made.id), { method: "DELETE" })).status).toBe(200);
    const strangers = ["", "pentimento-review=x", `pentimento-review=${made.id}`, `pentimento-review=${token}A`, other.cookie];
    for (const wrong of [cookie, ...strangers]) {
      for (const address of [made.id, token, "x", "%00"].flatMap((one) => [paths.review(one), ...addressesOf(one, id)])) {
        const headers = { "if-none-match": "*", cookie: wrong };
        expect([address, (await ask(studio.origin, address, { headers })).status]).toEqual([address, 404]);
      }
      const said = await askJson(studio.origin, paths.remarks(made.id), remark(edits[1]?.id), { cookie: wrong });
      expect([said.status, codeOf(said.text)]).toEqual([404, "not_found"]);
    }
    for (const wrong of [token, "x", made.id, `${other.token}A`]) {
      const entered = await askJson(studio.origin, paths.reviewEntry, { token: wrong });
      expect([entered.status, codeOf(entered.text), entered.headers["set-cookie"]]).toEqual([404, "not_found", undefined]);
    }
    const { shares } = JSON.parse((await ask(studio.origin, paths.shares(project.id))).text);
    expect(shares.find(({ id: one }: { readonly id: string }) => one === made.id)).toMatchObject({ state: "revoked", remarks: [] });
  });

  it.each([
    ["no secret", {}, "token"],
    ["an empty one", { token: "" }, "token"],
    ["one that is too long", { token: "a".repeat(201) }, "token"],
    ["a field nobody knows", { token: "x", admin: true }, "admin"],
  ])("is not opened with %s, naming the field", async (_what, body, field) => {
    const answer = await askJson(studio.origin, paths.reviewEntry, body);
    expect([answer.status, JSON.parse(answer.text).error.faults[0]?.field]).toEqual([422, field]);
  });

  it("tells its token once: neither the list nor anything stored has it", async () => {
    const { token } = await share(null);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect((await ask(studio.origin, paths.shares(project.id))).text).not.toContain(token);
    const kept = await studio.databaseText();
    expect(kept).toContain(project.id);
    expect(kept).not.toContain(token);
  });

  it.each([
    ["no name", { author: " " }, "author"],
    ["a name that is too long", { author: "a".repeat(81) }, "author"],
    ["words that are too long", { text: "a".repeat(2001) }, "text"],
    ["nothing to say", { text: "  " }, "text"],
    ["a pin beside the picture", { at: { x: 1.01, y: 0 } }, "at.x"],
    ["half a pin", { at: { x: 1 } }, "at.y"],
    ["another verdict", { verdict: "great" }, "verdict"],
    ["a field nobody knows", { admin: true }, "admin"],
  ])("refuses a remark with %s, naming the field", async (_what, fields, field) => {
    const { share: made, cookie } = await share(edits[1]?.id ?? "");
    const answer = await askJson(studio.origin, paths.remarks(made.id), remark(edits[1]?.id, fields), { cookie });
    expect([answer.status, JSON.parse(answer.text).error.faults[0]?.field]).toEqual([422, field]);
    expect(JSON.parse((await ask(studio.origin, paths.review(made.id), { headers: { cookie } })).text).remarks).toEqual([]);
  });

  it.each([
    ["another lifetime", { editId: null, lifetime: "year" }, 422],
    ["an edit of another project", () => ({ editId: edits[3]?.id, lifetime: "day" }), 422],
    ["no body", "", 400],
  ])("is not made for %s", async (_what, given, status) => {
    const before = (await ask(studio.origin, paths.shares(project.id))).text;
    const body = typeof given === "function" ? given() : given;
    const text = typeof body === "string" ? body : JSON.stringify(body);
    const headers = { "content-type": "application/json" };
    expect((await ask(studio.origin, paths.shares(project.id), { method: "POST", headers, body: text })).status).toBe(status);
    expect((await ask(studio.origin, paths.shares(project.id))).text).toBe(before);
  });

  it("has a page that tells search engines to stay away, and knows no secret when it is drawn", async () => {
    const page = await ask(studio.origin, new URL(paths.reviewPage("x"), studio.origin).pathname);
    expect(page.status).toBe(200);
    expect(page.text).toContain('name="robots" content="noindex"');
    expect(page.headers["referrer-policy"]).toBe("no-referrer");
  });

  it("of before, whose secret stood in the way, is moved on to where it is not sent", async () => {
    const { token } = await share(null);
    const page = await ask(studio.origin, `/review/${token}`);
    expect(page.text).toContain(`url=/review#${token}"`);
    expect(page.text).toContain('name="robots" content="noindex"');
  });
});
