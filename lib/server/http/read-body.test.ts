import { describe, expect, it } from "vitest";
import { bodyChunks, readText } from "./read-body.ts";

const address = "http://127.0.0.1:3000/api/pictures";

interface Sent {
  readonly pieces: readonly (string | Uint8Array | Error)[];
  readonly announced?: string;
}

/** Keeps count of what was taken from it. */
function request({ pieces, announced }: Sent) {
  let taken = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const piece = pieces[taken];
        taken += 1;
        if (piece === undefined) controller.close();
        else if (piece instanceof Error) controller.error(piece);
        else controller.enqueue(typeof piece === "string" ? new TextEncoder().encode(piece) : piece);
      },
    },
    { highWaterMark: 0 },
  );
  const headers: Record<string, string> = announced === undefined ? {} : { "content-length": announced };
  const sent = new Request(address, { method: "POST", body, headers, duplex: "half" } as RequestInit);
  return { sent, taken: () => taken };
}

async function collect(sent: Request, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bodyChunks(sent, maxBytes)) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

const failing = (code: string) => expect.objectContaining({ code });

describe("a streamed body", () => {
  it("arrives whole up to the last allowed byte", async () => {
    expect(await collect(request({ pieces: ["abc", "de"] }).sent, 5)).toBe("abcde");
    expect(await collect(request({ pieces: [], announced: "0" }).sent, 5)).toBe("");
    expect(await collect(new Request(address, { method: "POST" }), 5)).toBe("");
  });

  it("is refused by its announced length before a byte is read", async () => {
    const { sent, taken } = request({ pieces: ["abcdef"], announced: "6" });
    await expect(collect(sent, 5)).rejects.toEqual(failing("too_large"));
    expect(taken()).toBe(0);
  });

  it("is refused at the first byte too many, whatever was announced", async () => {
    for (const announced of [undefined, "3", "-1", "nonsense"]) {
      const { sent, taken } = request({ pieces: ["abc", "def", "ghi", "jkl"], ...(announced && { announced }) });
      await expect(collect(sent, 5)).rejects.toEqual(failing("too_large"));
      expect(taken()).toBe(2);
    }
  });

  it("is incomplete when less comes than was announced", async () => {
    await expect(collect(request({ pieces: ["abc"], announced: "5" }).sent, 9)).rejects.toEqual(failing("incomplete_upload"));
  });

  it("is incomplete when the connection breaks", async () => {
    const { sent } = request({ pieces: ["abc", new Error("reset")] });
    await expect(collect(sent, 9)).rejects.toEqual(failing("incomplete_upload"));
  });
});

describe("a body of text", () => {
  it("is read across pieces that cut a letter in two", async () => {
    const [first, second] = [Buffer.from("湖").subarray(0, 1), Buffer.from("湖").subarray(1)];
    expect(await readText(request({ pieces: [first, second] }).sent, 9)).toBe("湖");
  });

  it("is refused when it is no UTF-8", async () => {
    await expect(readText(request({ pieces: [Buffer.from([0x61, 0xff])] }).sent, 9)).rejects.toEqual(failing("bad_request"));
  });
});
