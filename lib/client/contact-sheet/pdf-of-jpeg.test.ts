import { expect, it } from "vitest";
import { pdfOfJpeg } from "./pdf-of-jpeg.ts";

const jpeg = new Uint8Array([0xff, 0xd8, 0x0a, 0x65, 0x6e, 0x64, 0x6f, 0x62, 0x6a, 0x0a, 0xff, 0xd9]);
const file = Buffer.from(pdfOfJpeg({ jpeg, width: 1500, height: 750 }));
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
  expect(text).toContain(`/Width 1500 /Height 750`);
  expect(text).toContain(`/Length ${jpeg.length} >>`);
  expect(text).toContain("/MediaBox [0 0 720.00 360.00]");
});

it("each stream is as long as it says", () => {
  const [, told, content] = /<< \/Length (\d+) >>\nstream\n(q .*?)\nendstream/.exec(text) ?? [];
  expect(content).toHaveLength(Number(told));
});
