/**
 * A browser opens only six connections to one server, and a held request uses one: whoever waits for a run in this tab shares a
 * single request that asks for all of them and ends with the first news of any.
 */
import { isTerminal, mostWatched, type Prediction } from "#lib/wire.ts";
import { ClientError } from "./client-error.ts";

export interface Watched {
  readonly id: string;
  /** The version that is known already. */
  readonly after: number;
}

/** Answers how all of them stand, as soon as one is newer than what is known of it; those that do not exist are left out. */
export type FetchNews<News> = (watched: readonly Watched[], signal: AbortSignal) => Promise<readonly News[]>;

/** What is asked of news here; it may carry more for those who asked. */
export type RunNews = Pick<Prediction, "id" | "version" | "status">;

interface Asker<News> extends Watched {
  settle(news: News): void;
  refuse(reason: unknown): void;
}

export function createSharedWait<News extends RunNews>(
  fetchNews: FetchNews<News>,
): (id: string, after: number, signal: AbortSignal) => Promise<News> {
  const askers = new Set<Asker<News>>();
  let open: AbortController | null = null;
  let isDue = false;

  /** Those who come together are asked for together. */
  function askSoon(): void {
    if (isDue) return;
    isDue = true;
    queueMicrotask(() => {
      isDue = false;
      open?.abort();
      void ask();
    });
  }

  async function ask(): Promise<void> {
    open = null;
    // Where there are more, those who have waited longest come first: whoever asks anew stands at the end.
    const asked = [...askers].slice(0, mostWatched);
    if (asked.length === 0) return;
    const mine = new AbortController();
    open = mine;
    try {
      const answers = await fetchNews(
        asked.map(({ id, after }) => ({ id, after })),
        mine.signal,
      );
      if (mine.signal.aborted) return;
      answer(asked, answers);
    } catch (error) {
      if (mine.signal.aborted) return;
      for (const asker of asked) asker.refuse(error);
    }
    open = null;
    if (askers.size > 0) askSoon();
  }

  function answer(asked: readonly Asker<News>[], answers: readonly News[]): void {
    const byId = new Map(answers.map((news) => [news.id, news]));
    const isNews = ({ id, after }: Asker<News>) => {
      const found = byId.get(id);
      return !found || found.version > after || isTerminal(found.status);
    };
    // Where nothing was new the request was held to its end, and everybody asks anew.
    const told = asked.some(isNews) ? asked.filter(isNews) : asked;
    for (const asker of told) {
      const found = byId.get(asker.id);
      if (found) asker.settle(found);
      else asker.refuse(new ClientError("not_found", `Expected a run with the id ${asker.id} but there is none`));
    }
  }

  return (id, after, signal) =>
    new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const leave = () => {
        askers.delete(asker);
        signal.removeEventListener("abort", stop);
      };
      const asker: Asker<News> = {
        id,
        after,
        settle(news) {
          leave();
          resolve(news);
        },
        refuse(reason) {
          leave();
          reject(reason);
        },
      };
      const stop = () => {
        asker.refuse(signal.reason);
        if (askers.size === 0) open?.abort();
      };
      signal.addEventListener("abort", stop, { once: true });
      askers.add(asker);
      askSoon();
    });
}
