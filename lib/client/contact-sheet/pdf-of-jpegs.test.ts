import { expect, it } from "vitest";
import { pdfOfJpegs } from "./pdf-of-jpegs.ts";

const jpeg = new Uint8Array([0xff, 0xd8, 0x0a, 0x65, 0x6e, 0x64, 0x6f, 0x62, 0x6a, 0x0a, 0xff, 0xd9]);
const file = Buffer.from(pdfOfJpegs([{ jpeg, width: 3000, height: 1500, onPaper: { width: 1500, height: 750 } }]));
const text = file.toString("latin1");

it("every object stands where the table at the end says", () => {
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
  expect(text.slice(start, start + 5)).toBe("xref\n");
  const places = [...text.slice(start).matchAll(/^(\d{10}) 00000 n $/gm)].map(([, place]) => Number(place));
  expect(places).toHaveLength(5);
  for (const [index, place] of places.entries()) expect(text.slice(place)).toMatch(new RegExp(`^${index + 1} 0 obj\n<<`));
});

it("the picture goes in byte for byte, with its length and its size on paper", () => {
  const at = file.indexOf(Buffer.from(jpeg));
  expect(text.slice(at - 8, at)).toBe("\nstream\n");
  expect(text.slice(at + jpeg.length)).toMatch(/^\nendstream\nendobj\n/);
  expect(text).toContain(`/Width 3000 /Height 1500`);
  expect(text).toContain(`/Length ${jpeg.length} >>`);
  expect(text).toContain("/MediaBox [0 0 720.00 360.00]");
});

it("each stream is as long as it says", () => {
  const [, told, content] = /<< \/Length (\d+) >>\nstream\n(q .*?)\nendstream/.exec(text) ?? [];
  expect(content).toHaveLength(Number(told));
});

it("every page has its own picture and its own size, in their order", () => {
  const other = new Uint8Array([...jpeg, 0x0a]);
  const pages = Buffer.from(
    pdfOfJpegs(
      [jpeg, other, jpeg].map((bytes, index) => {
        const size = { width: 300, height: 150 * (index + 1) };
        return { jpeg: bytes, ...size, onPaper: size };
      }),
    ),
  );
  const told = pages.toString("latin1");
  expect(told).toContain("/Kids [3 0 R 6 0 R 9 0 R] /Count 3");
  expect(
    [...told.matchAll(/\/MediaBox \[0 0 144\.00 (\S+)\] .*?\/Sheet (\d+) 0 R.*?\/Contents (\d+) 0 R/g)].map((found) => found.slice(1)),
  ).toEqual([
    ["72.00", "5", "4"],
    ["144.00", "8", "7"],
    ["216.00", "11", "10"],
  ]);
  const start = Number(/startxref\n(\d+)/.exec(told)?.[1]);
  const places = [...told.slice(start).matchAll(/^(\d{10}) 00000 n $/gm)].map(([, place]) => Number(place));
  expect(places.map((place, index) => told.startsWith(`${index + 1} 0 obj\n`, place))).toEqual(Array(11).fill(true));
});
