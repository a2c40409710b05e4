/** A copy of a picture in the form that was asked for, as a file to keep. */
import { invalidInput } from "#lib/errors.ts";
import type { House } from "#lib/server/house.ts";
import { type ExportFormat, exportFormats } from "#lib/wire.ts";
import { readInteger, readText } from "./read-query.ts";
import { attachment } from "./send-file.ts";

const endings: Readonly<Record<ExportFormat, string>> = { jpeg: "jpg", png: "png", webp: "webp", avif: "avif" };
const largestSide = 20_000;

export async function sendDownload({ downloads }: House, request: Request, pictureId: string): Promise<Response> {
  const side = readInteger(request, "side", { fallback: 0, min: 16, max: largestSide });
  const asked = {
    format: readFormat(request),
    side: side === 0 ? null : side,
    quality: readInteger(request, "quality", { fallback: 90, min: 1, max: 100 }),
    hasMetadata: readInteger(request, "metadata", { fallback: 0, min: 0, max: 1 }) === 1,
    editId: readText(request, "edit") ?? null,
  };
  const { format, bytes, body } = await downloads.picture(pictureId, asked, request.signal);
  const name = readText(request, "name") ?? `${pictureId.slice(0, 12)}.${endings[format]}`;
  const headers = {
    "content-type": `image/${format}`,
    "content-length": String(bytes),
    "content-disposition": attachment(name),
  };
  if (request.method !== "HEAD") return new Response(body, { headers });
  await body.cancel();
  return new Response(null, { headers });
}

function readFormat(request: Request): ExportFormat | null {
  const text = readText(request, "format") ?? "original";
  const format = exportFormats.find((one) => one === text);
  if (format || text === "original") return format ?? null;
  throw invalidInput({
    field: "format",
    rule: "enum",
    message: `Expected one of original, ${exportFormats.join(", ")} for format but received "${text.slice(0, 40)}"`,
  });
}
