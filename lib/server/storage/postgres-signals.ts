/**
 * Signals between all processes on one Postgres, over LISTEN and NOTIFY on a connection of its own. When that breaks it is
 * made anew, and whoever listens is told that something may have been missed.
 */
import { Client } from "pg";
import type { Signal, Signals } from "./signals.ts";

const channel = "pentimento";
const firstPauseMs = 100;
const longestPauseMs = 5000;
/** A connection that is dead without having said so is found by an answer that does not come. */
const pingEveryMs = 10_000;
const answerWithinMs = 5000;

export async function openPostgresSignals(databaseUrl: string): Promise<Signals> {
  const listeners: ((signal: Signal) => void)[] = [];
  const stopping = new AbortController();
  let client: Client | null = null;
  let giveUp: () => void = () => undefined;
  let outgoing: string[] = [];
  let sending: Promise<void> | null = null;

  const tell = (signal: Signal) => {
    for (const hear of listeners) hear(signal);
  };

  async function connect(): Promise<Client> {
    const fresh = new Client({
      connectionString: databaseUrl,
      application_name: "pentimento signals",
      connectionTimeoutMillis: answerWithinMs,
      query_timeout: answerWithinMs,
      keepAlive: true,
    });
    fresh.on("notification", ({ payload = "" }) => {
      const signal = read(payload);
      if (signal) tell(signal);
    });
    // What breaks ends as well, and the end is what is acted on.
    fresh.on("error", () => undefined);
    await fresh.connect();
    try {
      await fresh.query(`listen ${channel}`);
    } catch (error) {
      await fresh.end().catch(() => undefined);
      throw error;
    }
    return fresh;
  }

  /** Holds a connection until it breaks, and again. */
  async function stayConnected(first: Client): Promise<void> {
    for (let next: Client | null = first, pauseMs = firstPauseMs; !stopping.signal.aborted; ) {
      if (next) {
        client = next;
        pauseMs = firstPauseMs;
        await untilBroken(next);
        client = null;
      }
      if (stopping.signal.aborted) return;
      await pause(pauseMs, stopping.signal);
      pauseMs = Math.min(longestPauseMs, pauseMs * 2);
      next = await connect().catch(() => null);
      if (next) tell({ kind: "unknown" });
    }
  }

  function untilBroken(held: Client): Promise<void> {
    return new Promise((resolve) => {
      const ping = setInterval(flush, pingEveryMs);
      const end = () => {
        clearInterval(ping);
        resolve();
      };
      held.once("end", end);
      giveUp = end;
      stopping.signal.addEventListener("abort", end, { once: true });
    });
  }

  /** One query at a time, with everything that has come together meanwhile; with nothing it is the ping. */
  function flush(): void {
    sending ??= sendAll().finally(() => {
      sending = null;
      if (outgoing.length > 0) flush();
    });
  }

  async function sendAll(): Promise<void> {
    const held = client;
    const payloads = outgoing;
    outgoing = [];
    if (!held) return;
    try {
      await held.query("select pg_notify($1, payload) from unnest($2::text[]) as payload", [channel, payloads]);
    } catch {
      // Not waited for: the other side may be gone without a word.
      held.end().catch(() => undefined);
      if (held === client) giveUp();
    }
  }

  const staying = stayConnected(await connect());

  return {
    send(signal) {
      if (!client) return;
      outgoing.push(write(signal));
      flush();
    },
    listen: (hear) => void listeners.push(hear),
    isHearing: () => client !== null,
    async close() {
      while (sending) await sending;
      const last = client;
      stopping.abort();
      await staying;
      await last?.end().catch(() => undefined);
    },
  };
}

function write(signal: Signal): string {
  return signal.kind === "changed" ? `changed ${signal.id}` : signal.kind;
}

/** What an older or newer process may send is no fault. */
function read(payload: string): Signal | null {
  const [kind, id] = payload.split(" ");
  if (kind === "changed" && id) return { kind, id };
  return kind === "due" || kind === "called" || kind === "unknown" ? { kind } : null;
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
