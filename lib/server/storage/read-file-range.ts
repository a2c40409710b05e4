/** A file as a web stream: opened by the first read, one piece at a time, closed at the end, on cancel and on every error. */
import { type FileHandle, open } from "node:fs/promises";

const pieceBytes = 256 * 1024;

export function readFileRange(file: string, start: number, length: number): ReadableStream<Uint8Array> {
  let handle: FileHandle | undefined;
  let position = start;
  const end = start + length;

  async function close(): Promise<void> {
    const open = handle;
    handle = undefined;
    await open?.close();
  }

  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          if (position < end) {
            handle ??= await open(file, "r");
            const wanted = Math.min(pieceBytes, end - position);
            const { buffer, bytesRead } = await handle.read(new Uint8Array(wanted), 0, wanted, position);
            if (bytesRead === 0) throw new Error(`Expected ${end} bytes in a stored file but it ends after ${position}`);
            position += bytesRead;
            controller.enqueue(buffer.subarray(0, bytesRead));
          }
          if (position < end) return;
          await close();
          controller.close();
        } catch (error) {
          await close();
          throw error;
        }
      },
      cancel: close,
    },
    { highWaterMark: 0 },
  );
}
