/** A thread beside the merge that draws the whole placed result and packs it, while the merge itself lays in what changed. */
import { parentPort, Worker } from "node:worker_threads";
import { openPlaced, type PlaceRequest } from "#lib/pixels/merge/place-result.ts";
import { writePng } from "../framing/write-png.ts";

interface Order {
  readonly path: string;
  readonly place: PlaceRequest;
}

export interface PlacedThread {
  write(order: Order): Promise<void>;
  end(): Promise<void>;
}

/** Started before there is anything to do, so that its modules are loaded by then. */
export function startPlacedThread(): PlacedThread {
  const thread = new Worker(new URL(import.meta.url), { stdout: false, stderr: false });
  const failed = new Promise<never>((_, reject) => {
    thread.once("error", reject);
    thread.once("exit", (code) => reject(new Error(`Expected the placed result to be written but its thread ended with ${code}`)));
  });
  // Whoever waits for it hears of it; nobody else shall.
  failed.catch(() => undefined);
  return {
    async write(order) {
      const done = new Promise<void>((resolve, reject) => {
        thread.once("message", (complaint: unknown) => (complaint === null ? resolve() : reject(new Error(String(complaint)))));
      });
      thread.postMessage(order);
      await Promise.race([done, failed]);
    },
    async end() {
      await thread.terminate();
    },
  };
}

parentPort?.on("message", ({ path, place }: Order) => {
  writePlaced(path, place).then(
    () => parentPort?.postMessage(null),
    (error) => parentPort?.postMessage(error instanceof Error ? error.message : String(error)),
  );
});

function writePlaced(path: string, place: PlaceRequest): Promise<void> {
  const { width, height } = place;
  const readRow = openPlaced(place);
  const values = new Uint8ClampedArray(width * 3);
  return writePng(path, {
    width,
    height,
    channels: 3,
    writeRow(y, row) {
      readRow(y, values, 0, width);
      row.set(values);
      return true;
    },
  });
}
