/**
 * A result as it comes, for whoever looks on while it is fetched, fitted in and kept: in the process that fetches it, and gone when it
 * is kept. Nothing depends on it; where it cannot be had, the result is seen a little later.
 */
import { EventEmitter, once } from "node:events";
import { createGrowingFile, type GrowingFile, whenAborted } from "./growing-file.ts";
import type { Glimpse } from "./predictions.ts";
import { type HeadFacts, readPictureHead } from "./read-picture-head.ts";

/** The way of one run's results to us. */
export interface Arrival {
  /** The next one is going to be written there. The first that becomes whole is the one that is seen. */
  receive(path: string): GrowingFile;
  /**
   * Resolves when somebody has asked to see it, or soon where nobody does. The news of it shares a process with its bytes: once
   * these come in, whoever is to hear of them hears late.
   */
  askedFor(): Promise<void>;
  end(): void;
}

export interface Glimpses {
  begin(predictionId: string): Arrival;
  /**
   * Waits for the first result while results are being fetched; before, for that to begin here, until `untilNone` resolves:
   * nothing is to come then. Null where none is, or what comes is not for a browser.
   */
  get(predictionId: string, signal: AbortSignal, untilNone?: Hold): Promise<Glimpse | null>;
}

interface Seen {
  file: Promise<GrowingFile | null>;
  readonly isAskedFor: PromiseWithResolvers<void>;
}

type Hold = (signal: AbortSignal) => Promise<void>;
type Chunk = Uint8Array<ArrayBuffer>;
type Chunks = AsyncGenerator<Chunk, void, undefined>;

/** What is larger is shown when it has been looked at. */
const mostPixels = 50_000_000;
const mostBytes = 32 * 1024 * 1024;
/** An answer that is held, and a question. */
const longestTellingMs = 25;
/** A picture has said by then how large it is. */
const longestHead = 256 * 1024;

export function createGlimpses(): Glimpses {
  const arriving = new Map<string, Seen>();
  /** Who asked before anything arrived. */
  const awaited = new EventEmitter<Record<string, [Seen]>>().setMaxListeners(0);

  /** What arrives already, or does while that is still to come. */
  async function findSeen(predictionId: string, signal: AbortSignal, untilNone: Hold): Promise<Seen | null> {
    const seen = arriving.get(predictionId);
    if (seen) return seen;
    const over = new AbortController();
    const end = AbortSignal.any([signal, over.signal]);
    const begun = once(awaited, predictionId, { signal: end }).then(
      ([first]) => first as Seen,
      () => null,
    );
    const none = untilNone(end).then(
      () => null,
      () => null,
    );
    return await Promise.race([begun, none]).finally(() => over.abort());
  }

  return {
    begin(predictionId) {
      const first = Promise.withResolvers<GrowingFile | null>();
      const seen: Seen = { file: first.promise, isAskedFor: Promise.withResolvers() };
      let shown: GrowingFile | null = null;
      arriving.set(predictionId, seen);
      if (awaited.emit(predictionId, seen)) seen.isAskedFor.resolve();
      return {
        receive(path) {
          const file = createGrowingFile(path);
          if (shown === null || shown.isAbandoned()) {
            shown = file;
            seen.file = Promise.resolve(file);
            first.resolve(file);
          }
          return file;
        },
        async askedFor() {
          const late = setTimeout(seen.isAskedFor.resolve, longestTellingMs);
          await seen.isAskedFor.promise;
          clearTimeout(late);
        },
        end() {
          first.resolve(null);
          if (arriving.get(predictionId) === seen) arriving.delete(predictionId);
        },
      };
    },

    async get(predictionId, signal, untilNone = async () => undefined) {
      const seen = await findSeen(predictionId, signal, untilNone);
      seen?.isAskedFor.resolve();
      const file = await Promise.race([seen?.file ?? null, whenAborted(signal)]);
      if (!file) return null;
      const chunks = file.read(signal);
      // Who goes away without reading to the end leaves no file open.
      signal.addEventListener("abort", () => chunks.return().catch(() => undefined), { once: true });
      return look(chunks);
    },
  };
}

/** Null where what comes is nothing for a browser, or it was kept and its file dropped meanwhile. */
async function look(chunks: Chunks): Promise<Glimpse | null> {
  try {
    const { facts, begun } = await readHead(chunks);
    if (facts !== null && facts.width * facts.height <= mostPixels)
      return { body: streamOf(join(begun, chunks)), contentType: `image/${facts.format}` };
  } catch {
    return null;
  }
  await chunks.return();
  return null;
}

async function readHead(chunks: Chunks): Promise<{ readonly facts: HeadFacts | null; readonly begun: Chunk }> {
  let begun: Buffer<ArrayBuffer> = Buffer.alloc(0);
  while (begun.byteLength < longestHead) {
    const { value, done } = await chunks.next();
    if (done) break;
    begun = Buffer.concat([begun, value]);
    const facts = readPictureHead(begun);
    if (facts) return { facts, begun };
  }
  return { facts: null, begun };
}

async function* join(begun: Chunk, rest: Chunks): Chunks {
  let bytes = begun.byteLength;
  yield begun;
  for await (const chunk of rest) {
    bytes += chunk.byteLength;
    if (bytes > mostBytes) throw new Error(`Expected at most ${mostBytes} bytes to be seen as they come`);
    yield chunk;
  }
}

function streamOf(chunks: Chunks): ReadableStream<Chunk> {
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await chunks.return();
    },
  });
}
