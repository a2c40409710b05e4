/**
 * A thread beside a job that packs what need not wait: all of the photograph before anybody knows which few rows of it will
 * change, and the whole placed result, while the job itself finds out and lays in what changed.
 */
import { parentPort, Worker } from "node:worker_threads";
import type { Raster } from "#lib/pixels/raster.ts";
import { letGoOfPixels } from "../memory.ts";
import { type BandAhead, bandsOf, openPacker, type PackedBand, rowsOf } from "./png-bands.ts";
import { type PlacedFile, writePlaced } from "./write-placed.ts";

type Bands = readonly (PackedBand | null)[];

interface PackOrder {
  readonly raster: Raster;
  /** Which of its bands; the others are answered as null. */
  readonly bands: readonly number[];
}

type Order = ({ readonly kind: "pack" } & PackOrder) | ({ readonly kind: "place" } & PlacedFile);
type Reply = { readonly bands: Bands } | { readonly complaint: string };

export interface PackingThread {
  /** The values must be shared, and stay as they are until this is done. */
  pack(order: PackOrder): Promise<Bands>;
  writePlaced(order: PlacedFile): Promise<void>;
}

/** For what is done before a thread would have begun: packs nothing ahead. */
export const noThread: PackingThread = { pack: () => Promise.resolve([]), writePlaced };

let kept: PackingThread | null = null;

/** One for all jobs of a process, one after the other: what it has loaded and made fast once stays so. */
export function packingThread(): PackingThread {
  kept ??= startPackingThread(() => {
    kept = null;
  });
  return kept;
}

function startPackingThread(onEnd: () => void): PackingThread {
  const thread = new Worker(new URL(import.meta.url), { stdout: false, stderr: false });
  thread.unref();
  const waiting: { readonly resolve: (bands: Bands) => void; readonly reject: (error: unknown) => void }[] = [];
  let failure: unknown = null;
  const fail = (error: unknown) => {
    // A thread that fails ends too: by then there may be another.
    if (failure === null) onEnd();
    failure ??= error;
    for (const one of waiting.splice(0)) one.reject(failure);
  };
  thread.once("error", fail);
  thread.once("exit", (code) => fail(new Error(`Expected a thread that packs but it ended with ${code}`)));
  thread.on("message", (reply: Reply) => {
    const one = waiting.shift();
    if (waiting.length === 0) thread.unref();
    if ("bands" in reply) one?.resolve(reply.bands);
    else one?.reject(new Error(reply.complaint));
  });

  /** Done one after the other, answered in that order. */
  function ask(order: Order): Promise<Bands> {
    return new Promise<Bands>((resolve, reject) => {
      if (failure !== null) return reject(failure);
      waiting.push({ resolve, reject });
      // Idle, it keeps no process from ending.
      thread.ref();
      thread.postMessage(order);
    });
  }

  return {
    pack: (order) => foreseen(ask({ kind: "pack", ...order })),
    writePlaced: (order) => foreseen(ask({ kind: "place", ...order }).then(() => undefined)),
  };
}

/** Whoever waits for it hears of a failure; until then it is nobody's surprise. */
function foreseen<Value>(promise: Promise<Value>): Promise<Value> {
  promise.catch(() => undefined);
  return promise;
}

/** What is still to be packed is packed by two: the thread takes the later half of it. */
export function packByTwo(thread: PackingThread, raster: Raster, packed: Bands): readonly BandAhead[] {
  const open = bandsOf(raster).flatMap((_, n) => (packed[n] ? [] : [n]));
  const later = open.slice(Math.ceil(open.length / 2));
  if (later.length === 0) return packed;
  const packing = thread.pack({ raster, bands: later });
  return bandsOf(raster).map((_, n) => (later.includes(n) ? foreseen(packing.then((bands) => bands[n] ?? null)) : (packed[n] ?? null)));
}

/** The same values where another thread can read them. */
export function shareRaster({ data, ...shape }: Raster): Raster {
  const shared = new Uint8Array(new SharedArrayBuffer(data.length));
  shared.set(data);
  return { ...shape, data: shared };
}

let last: Promise<void> = Promise.resolve();
parentPort?.on("message", (order: Order) => {
  last = last
    .then(() => carryOut(order))
    .then(reply, (error) => reply({ complaint: error instanceof Error ? error.message : String(error) }));
});

function reply(message: Reply): void {
  const moved = "bands" in message ? message.bands.flatMap((band) => (band ? [band.bytes.buffer] : [])) : [];
  parentPort?.postMessage(message, moved);
  letGoOfPixels();
}

async function carryOut(order: Order): Promise<Reply> {
  if (order.kind === "pack") return { bands: packAll(order) };
  await writePlaced(order);
  return { bands: [] };
}

function packAll({ raster, bands }: PackOrder): Bands {
  const packer = openPacker(rowsOf(raster));
  return bandsOf(raster).map((band, n) => (bands.includes(n) ? packer.pack(band) : null));
}
