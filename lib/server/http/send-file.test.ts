import { describe, expect, it } from "vitest";
import { parseRange } from "./parse-range.ts";
import { type FileToSend, sendFile } from "./send-file.ts";

const content = "0123456789";

function file(more: Partial<FileToSend> = {}): FileToSend & { reads: number } {
  return {
    reads: 0,
    bytes: content.length,
    contentType: "image/png",
    etag: "abc",
    async read(range) {
      this.reads += 1;
      return new Blob([range ? content.slice(range.start, range.end + 1) : content]).stream();
    },
    ...more,
  };
}

const ask = (headers: Record<string, string> = {}, method = "GET") => new Request("http://127.0.0.1:3000/f", { method, headers });

describe("a file", () => {
  it("is sent whole, with its type, its length and a name for its bytes that holds for ever", async () => {
    const response = await sendFile(ask(), file());
    expect([response.status, await response.text()]).toEqual([200, content]);
    expect(Object.fromEntries(response.headers)).toEqual({
      "accept-ranges": "bytes",
      "cache-control": "private, max-age=31536000, immutable",
      "content-length": "10",
      "content-type": "image/png",
      etag: '"abc"',
    });
  });

  it("is described to HEAD without being read", async () => {
    const sent = file();
    const response = await sendFile(ask({}, "HEAD"), sent);
    expect([response.status, response.headers.get("content-length"), await response.text(), sent.reads]).toEqual([200, "10", "", 0]);
  });

  it.each(['"abc"', 'W/"abc"', '"x", "abc"', "*"])("is not sent again to who has it as %s", async (known) => {
    const sent = file();
    const response = await sendFile(ask({ "if-none-match": known, range: "bytes=0-1" }), sent);
    expect([response.status, await response.text(), sent.reads]).toEqual([304, "", 0]);
    expect(response.headers.get("etag")).toBe('"abc"');
  });

  it("is sent in part", async () => {
    const response = await sendFile(ask({ range: "bytes=2-4" }), file());
    expect([response.status, await response.text()]).toEqual([206, "234"]);
    expect([response.headers.get("content-range"), response.headers.get("content-length")]).toEqual(["bytes 2-4/10", "3"]);
  });

  it("tells its length to who asks beyond its end", async () => {
    const response = await sendFile(ask({ range: "bytes=10-" }), file());
    expect([response.status, response.headers.get("content-range")]).toEqual([416, "bytes */10"]);
  });

  it("is sent in part only while it is still the one the asker began with", async () => {
    expect((await sendFile(ask({ range: "bytes=2-4", "if-range": '"abc"' }), file())).status).toBe(206);
    expect((await sendFile(ask({ range: "bytes=2-4", "if-range": '"old"' }), file())).status).toBe(200);
    expect((await sendFile(ask({ range: "bytes=2-4", "if-range": 'W/"abc"' }), file())).status).toBe(200);
  });
});

describe("the name of a download", () => {
  const nameOf = async (downloadName: string) => (await sendFile(ask(), file({ downloadName }))).headers.get("content-disposition");

  it("is told twice: plainly and as it is", async () => {
    expect(await nameOf("湖 (1).png")).toBe(`attachment; filename="_ _1_.png"; filename*=UTF-8''%E6%B9%96%20%281%29.png`);
  });

  it("cannot leave its quotes, its header or its folder", async () => {
    expect(await nameOf('a"; x="b\r\nSet-Cookie: c')).toBe(
      `attachment; filename="a__ x__b__Set-Cookie_ c"; filename*=UTF-8''a_%3B%20x%3D_b__Set-Cookie_%20c`,
    );
    expect(await nameOf("../../.bashrc")).toBe(`attachment; filename="__.._.bashrc"; filename*=UTF-8''__.._.bashrc`);
  });

  it("survives an emoji cut in half and a name of three hundred characters", async () => {
    const name = `${"a".repeat(199)}😀${"b".repeat(100)}`;
    expect(await nameOf(name)).toContain("filename*=UTF-8''aaa");
  });

  it("does not hide its ending by turning the writing direction", async () => {
    expect(await nameOf("photo\u202egnp.exe")).toContain("photo_gnp.exe");
  });
});

describe("a range", () => {
  it.each<[string | null, unknown]>([
    ["bytes=0-0", { start: 0, end: 0 }],
    ["bytes=5-", { start: 5, end: 9 }],
    ["bytes=5-99", { start: 5, end: 9 }],
    ["bytes=-3", { start: 7, end: 9 }],
    ["bytes=-99", { start: 0, end: 9 }],
    ["bytes=-0", "unsatisfiable"],
    ["bytes=10-11", "unsatisfiable"],
    ["bytes=4-2", null],
    ["bytes=0-1,3-4", null],
    ["bytes=-", null],
    ["items=0-1", null],
    ["bytes=a-b", null],
    [null, null],
  ])("%s of ten bytes", (header, parsed) => {
    expect(parseRange(header, 10)).toEqual(parsed);
  });

  it("of nothing cannot be satisfied", () => {
    expect(parseRange("bytes=-1", 0)).toBe("unsatisfiable");
    expect(parseRange("bytes=0-", 0)).toBe("unsatisfiable");
  });
});
