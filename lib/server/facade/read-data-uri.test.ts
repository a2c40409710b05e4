import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDataUri } from "./read-data-uri.ts";

function bytesOf(address: string): Buffer | null {
  const pieces = readDataUri(address);
  return pieces && Buffer.concat([...pieces]);
}

describe("a data URI", () => {
  it("gives back any bytes, however it was written", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 300 }), (bytes) => {
        const base64 = Buffer.from(bytes).toString("base64");
        const percent = [...bytes].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");
        const expected = Buffer.from(bytes);
        expect(bytesOf(`data:image/png;base64,${base64}`)).toEqual(expected);
        expect(bytesOf(`data:image/png;base64,${encodeURIComponent(base64)}`)).toEqual(expected);
        expect(bytesOf(`DATA:image/svg+xml;charset=utf-8;BASE64,${base64.replace(/=+$/, "")}`)).toEqual(expected);
        expect(bytesOf(`data:image/png,${percent}`)).toEqual(expected);
      }),
    );
  });

  it("may be folded into lines", () => {
    expect(bytesOf("data:image/png;base64,AAEC\r\n AwQF")).toEqual(Buffer.from([0, 1, 2, 3, 4, 5]));
  });

  it("is decoded piece by piece", () => {
    const bytes = Buffer.alloc(1_000_001, 7);
    const pieces = [...(readDataUri(`data:image/png;base64,${bytes.toString("base64")}`) ?? [])];
    expect(pieces.length).toBeGreaterThan(3);
    expect(Buffer.concat(pieces).equals(bytes)).toBe(true);
  });

  it("is none when its head does not end", () => {
    expect(readDataUri(`data:image/png;${"x".repeat(1000)},AAEC`)).toBeNull();
  });

  it.each([
    "data:text/plain;base64,AAEC",
    "data:;base64,AAEC",
    "data:base64,AAEC",
    "data:image;base64,AAEC",
    "data:image/png;base64,",
    "data:image/png;base64,A",
    "data:image/png;base64,AA!C",
    "data:image/png;base64,AA=C",
    "data:image/png;base64",
    "data:image/png,",
    "image/png;base64,AAEC",
  ])("is none when it is written as %s", (address) => {
    expect(readDataUri(address)).toBeNull();
  });
});
