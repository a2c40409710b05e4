/** Iterates until the end or until the signal, whichever comes first: `for await` alone cannot leave a source that says nothing. */
export async function* untilAborted<Piece>(source: AsyncIterable<Piece>, signal: AbortSignal | undefined): AsyncGenerator<Piece> {
  signal?.throwIfAborted();
  const iterator = source[Symbol.asyncIterator]();
  const aborted = Promise.withResolvers<never>();
  aborted.promise.catch(() => undefined);
  const abort = () => aborted.reject(signal?.reason);
  signal?.addEventListener("abort", abort);
  try {
    for (;;) {
      const next = await Promise.race([iterator.next(), aborted.promise]);
      if (next.done) return;
      yield next.value;
    }
  } finally {
    signal?.removeEventListener("abort", abort);
    // Told to stop, but not waited for: a source that is stuck would never answer.
    Promise.resolve(iterator.return?.()).catch(() => undefined);
  }
}
