/** Draws a contact sheet in the browser, which has the fonts of whoever reads it, and gives it as one file. */
import { captionHeight, headHeight, layOutSheet, mostOnAPage, sheetMargin } from "./lay-out-sheet.ts";
import { type JpegPage, pdfOfJpegs } from "./pdf-of-jpegs.ts";

export interface SheetPicture {
  /** Address of a copy that is large enough. */
  readonly source: string;
  readonly title: string;
  readonly facts: string;
}

export interface Sheet {
  readonly title: string;
  readonly shape: { readonly width: number; readonly height: number };
  readonly pictures: readonly SheetPicture[];
}

/** Pixels to one of the layout: 300 an inch. */
const fullDensity = 2;
const mostPixels = 16_000_000;

export type SheetFormat = "png" | "pdf";

export async function makeSheet(sheet: Sheet, format: SheetFormat): Promise<Blob> {
  if (format === "png") return toBlob(await drawSheet(sheet), "image/png");
  const drawn: JpegPage[] = [];
  // One after the other: a canvas of nine large pictures is a lot to hold.
  const room = Math.min(mostOnAPage, sheet.pictures.length);
  for (const page of pagesOf(sheet)) {
    const canvas = await drawSheet(page, room);
    const jpeg = await toBlob(canvas, "image/jpeg", 0.92);
    const onPaper = layOutSheet(page.pictures.length, sheet.shape, room);
    drawn.push({ jpeg: new Uint8Array(await jpeg.arrayBuffer()), width: canvas.width, height: canvas.height, onPaper });
  }
  return new Blob([pdfOfJpegs(drawn)], { type: "application/pdf" });
}

/** Each says which of them it is, where there are several. */
export function pagesOf(sheet: Sheet): readonly Sheet[] {
  const count = Math.ceil(sheet.pictures.length / mostOnAPage);
  return Array.from({ length: count }, (_, index) => ({
    ...sheet,
    title: count > 1 ? `${index + 1}/${count} · ${sheet.title}` : sheet.title,
    pictures: sheet.pictures.slice(index * mostOnAPage, (index + 1) * mostOnAPage),
  }));
}

async function drawSheet({ title, shape, pictures }: Sheet, room?: number): Promise<HTMLCanvasElement> {
  const { width, height, cells } = layOutSheet(pictures.length, shape, room);
  const density = densityFor(width, height);
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * density);
  canvas.height = Math.round(height * density);
  const context = canvas.getContext("2d");
  if (!context) throw new Error("Expected a canvas to draw the contact sheet on but received none");
  context.scale(density, density);
  context.imageSmoothingQuality = "high";
  const family = getComputedStyle(document.body).fontFamily;
  const write = (text: string, font: string, place: { readonly x: number; readonly y: number }, room: number) => {
    context.font = `${font} ${family}`;
    context.fillText(
      shorten(text, (part) => context.measureText(part).width <= room),
      place.x,
      place.y,
    );
  };
  // Paper is white in every theme.
  context.fillStyle = "white";
  context.fillRect(0, 0, width, height);
  context.fillStyle = "black";
  context.textBaseline = "top";
  write(title, "600 26px", { x: sheetMargin, y: sheetMargin }, width - 2 * sheetMargin - headHeight);
  const images = await Promise.all(pictures.map(({ source }) => load(source)));
  for (const [index, cell] of cells.entries()) {
    const [picture, image] = [pictures[index], images[index]];
    if (!picture || !image) continue;
    const scale = Math.min(cell.width / image.width, cell.height / image.height);
    const [wide, high] = [image.width * scale, image.height * scale];
    context.drawImage(image, cell.x + (cell.width - wide) / 2, cell.y + (cell.height - high) / 2, wide, high);
    image.close();
    const y = cell.y + cell.height + 10;
    write(picture.title, "600 20px", { x: cell.x, y }, cell.width);
    write(picture.facts, "18px", { x: cell.x, y: y + captionHeight / 2 - 4 }, cell.width);
  }
  return canvas;
}

/** As sharp as print wants it, where the browser can hold that many pixels: some give back an empty canvas beyond. */
export function densityFor(width: number, height: number): number {
  return Math.min(fullDensity, Math.sqrt(mostPixels / (width * height)));
}

async function load(source: string): Promise<ImageBitmap> {
  const answer = await fetch(source);
  if (!answer.ok) throw new Error(`Expected a picture at ${source} but received ${answer.status}`);
  return createImageBitmap(await answer.blob());
}

function toBlob(canvas: HTMLCanvasElement, type: string, quality?: number): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error(`Expected a file of ${type} but received none`))), type, quality);
  });
}

/** The longest beginning that fits, with a sign that something is missing. */
export function shorten(text: string, fits: (text: string) => boolean): string {
  if (fits(text)) return text;
  const letters = [...text];
  let [low, high] = [0, letters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(`${letters.slice(0, middle).join("")}…`)) low = middle;
    else high = middle - 1;
  }
  return `${letters.slice(0, low).join("")}…`;
}
