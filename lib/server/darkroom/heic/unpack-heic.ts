/**
 * Photographs of telephones: unpacked by a decoder of its own, because the one for all other formats comes without this one.
 * It runs in memory it cannot leave (WebAssembly), and is loaded with the first such file.
 */
import { readFile } from "node:fs/promises";
import libheif, { type Channel, type Handle, type Libheif } from "libheif-js/libheif-wasm/libheif-bundle.mjs";
import { AppError } from "#lib/errors.ts";
import { writePng } from "../framing/write-png.ts";

let decoder: Libheif | null = null;

/** Writes a PNG with the same values, upright, that says which profile they are meant in. */
export async function unpackHeic({ path, out, profile }: { path: string; out: string; profile: Uint8Array | undefined }): Promise<void> {
  decoder ??= libheif();
  const known = decoder;
  const context = known.heif_context_alloc();
  try {
    const { code, message } = known.heif_context_read_from_memory(context, await readFile(path));
    if (code !== known.heif_error_code.heif_error_Ok) throw damaged(message);
    const handle = known.heif_js_context_get_primary_image_handle(context);
    if (handle.code !== undefined) throw damaged(handle.message);
    try {
      await writePixels(known, handle, out, profile);
    } finally {
      known.heif_image_handle_release(handle);
    }
  } finally {
    known.heif_context_free(context);
  }
}

async function writePixels(known: Libheif, handle: Handle, out: string, profile: Uint8Array | undefined): Promise<void> {
  const hasAlpha = known.heif_image_handle_has_alpha_channel(handle) !== 0;
  const { heif_chroma_interleaved_RGB: rgb, heif_chroma_interleaved_RGBA: rgba } = known.heif_chroma;
  const unpacked = await known.heif_js_decode_image2(handle, known.heif_colorspace.heif_colorspace_RGB, hasAlpha ? rgba : rgb);
  if (unpacked.code !== undefined) throw damaged(unpacked.message);
  try {
    const values = unpacked.channels.find(({ id }) => id === known.heif_channel.heif_channel_interleaved);
    if (!values) throw damaged("no colours in it");
    await writePng(out, { ...rowsOfChannel(values, hasAlpha ? 4 : 3), ...(profile && { profile }) });
  } finally {
    known.heif_image_release(unpacked.image);
  }
}

/** Straight from the decoder's memory: so large a picture is not held twice. */
function rowsOfChannel({ data, width, height, stride }: Channel, channels: 3 | 4) {
  return {
    width,
    height,
    channels,
    writeRow(y: number, row: Uint8Array) {
      row.set(data.subarray(y * stride, y * stride + width * channels));
      return true;
    },
  };
}

function damaged(complaint: string | undefined): AppError {
  const cause = new Error(complaint ?? "The decoder gave no reason");
  return new AppError("picture_unreadable", "Expected a whole picture for the file but it is damaged", { cause });
}
