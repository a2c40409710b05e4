/** What of the HEIC decoder is used; what it comes with itself describes its C functions only. */
declare module "libheif-js/libheif-wasm/libheif-bundle.mjs" {
  /** Of what the decoder could not do; a success has none, or the one that says so. */
  interface Complaint {
    readonly code?: unknown;
    readonly message?: string;
  }

  /** Of a picture in a file that has been read. */
  export type Handle = Complaint & { readonly isHandle?: true };

  export interface Channel {
    readonly id: unknown;
    readonly width: number;
    readonly height: number;
    /** Bytes a row, which may be more than are shown. */
    readonly stride: number;
    /** In the decoder's memory: gone when its image is released. */
    readonly data: Uint8Array;
  }

  export interface Unpacked extends Complaint {
    readonly channels: readonly Channel[];
    readonly image: unknown;
  }

  export interface Libheif {
    readonly heif_error_code: { readonly heif_error_Ok: unknown };
    readonly heif_colorspace: { readonly heif_colorspace_RGB: unknown };
    readonly heif_chroma: { readonly heif_chroma_interleaved_RGB: unknown; readonly heif_chroma_interleaved_RGBA: unknown };
    readonly heif_channel: { readonly heif_channel_interleaved: unknown };
    heif_context_alloc(): unknown;
    heif_context_free(context: unknown): void;
    heif_context_read_from_memory(context: unknown, file: Uint8Array): Complaint;
    heif_js_context_get_primary_image_handle(context: unknown): Handle;
    heif_image_handle_has_alpha_channel(handle: Handle): number;
    heif_image_handle_release(handle: Handle): void;
    heif_js_decode_image2(handle: Handle, colourSpace: unknown, chroma: unknown): Unpacked | Promise<Unpacked>;
    heif_image_release(image: unknown): void;
  }

  export default function start(): Libheif;
}
