/** A PDF whose pages are one JPEG each: the files' bytes go in as they are, so sixty lines stand in for a package. */
export interface JpegPage {
  readonly jpeg: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** The page's size in pixels of the layout, of which an inch has 150; the picture may have more. */
  readonly onPaper: { readonly width: number; readonly height: number };
}

const pointsAPixel = 72 / 150;

type PdfObject = readonly (string | Uint8Array)[];

/** The page, what is drawn on it, and the picture; `first` is the number of the page. */
function objectsOf({ jpeg, width, height, onPaper }: JpegPage, first: number): readonly PdfObject[] {
  const [wide, high] = [onPaper.width, onPaper.height].map((side) => (side * pointsAPixel).toFixed(2));
  const content = `q ${wide} 0 0 ${high} 0 0 cm /Sheet Do Q`;
  const image = `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>`;
  const resources = `/Resources << /XObject << /Sheet ${first + 2} 0 R >> >>`;
  return [
    [`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${wide} ${high}] ${resources} /Contents ${first + 1} 0 R >>`],
    [`<< /Length ${content.length} >>\nstream\n${content}\nendstream`],
    [`${image}\nstream\n`, jpeg, "\nendstream"],
  ];
}

export function pdfOfJpegs(pages: readonly JpegPage[]): Uint8Array<ArrayBuffer> {
  const numbers = pages.map((_, index) => 3 + 3 * index);
  const objects: readonly PdfObject[] = [
    ["<< /Type /Catalog /Pages 2 0 R >>"],
    [`<< /Type /Pages /Kids [${numbers.map((number) => `${number} 0 R`).join(" ")}] /Count ${pages.length} >>`],
    ...pages.flatMap((page, index) => objectsOf(page, numbers[index] ?? 3)),
  ];
  const parts: Uint8Array[] = [];
  let length = 0;
  const write = (part: string | Uint8Array) => {
    const bytes = typeof part === "string" ? new TextEncoder().encode(part) : part;
    parts.push(bytes);
    length += bytes.length;
  };
  write("%PDF-1.4\n");
  // Bytes above 127 tell whoever carries the file that it is not text.
  write(new Uint8Array([0x25, 0xe2, 0xe3, 0xcf, 0xd3, 0x0a]));
  const places = objects.map((object, index) => {
    const place = length;
    write(`${index + 1} 0 obj\n`);
    object.forEach(write);
    write("\nendobj\n");
    return place;
  });
  const start = length;
  const entries = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  write(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`);
  write(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`);
  const file = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    file.set(part, at);
    at += part.length;
  }
  return file;
}
