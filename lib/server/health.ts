/** How this process is, for those who watch over it: whether it can do its work, and what it has done. */
import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Clock } from "./clock.ts";
import { meter, writeMetric } from "./meter.ts";
import { type Blobs, pictureKey } from "./storage/blobs.ts";
import type { Records } from "./storage/records.ts";

export interface Readiness {
  readonly isReady: boolean;
  readonly parts: Readonly<Record<"database" | "pictures" | "process", "works" | "does not answer" | "ends">>;
}

export interface Health {
  ready(): Promise<Readiness>;
  metrics(): Promise<string>;
  /** From here on nobody new should be sent here. */
  end(): void;
}

interface Parts {
  readonly records: Records;
  readonly blobs: Blobs;
  readonly clock: Clock;
  readonly role: string;
}

/** Whoever watches asks every few seconds; a part that is slower than this does not do its work. */
const answerWithinMs = 2000;
/** No blob has this name, and asking for it is answered like for any other. */
const nobodysKey = pictureKey("0".repeat(64));

export function createHealth({ records, blobs, clock, role }: Parts): Health {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  let isEnding = false;

  const works = async (look: () => Promise<unknown>) => {
    const over = new AbortController();
    const late = clock.sleep(answerWithinMs, over.signal).then(
      () => false,
      () => false,
    );
    const found = look().then(
      () => true,
      () => false,
    );
    return Promise.race([found, late]).finally(() => over.abort());
  };

  return {
    async ready() {
      const [database, pictures] = await Promise.all([works(() => records.predictions.nextDueAtMs()), works(() => blobs.size(nobodysKey))]);
      const say = (isWell: boolean) => (isWell ? "works" : "does not answer");
      const parts = { database: say(database), pictures: say(pictures), process: isEnding ? "ends" : "works" } as const;
      return { isReady: database && pictures && !isEnding, parts };
    },

    async metrics() {
      const { count, bytes } = await records.pictures.total();
      const live = await records.predictions.countLive();
      const dueAtMs = await records.predictions.nextDueAtMs();
      const memory = process.memoryUsage();
      const { user, system } = process.cpuUsage();
      const lateSeconds = dueAtMs === null ? 0 : Math.max(0, clock.now() - dueAtMs) / 1000;
      const gauge = (name: string, help: string, value: number) => writeMetric(name, "gauge", help, [{ value }]);
      const text = [
        writeMetric("pentimento_info", "gauge", "What this process does", [{ labels: { role }, value: 1 }]),
        writeMetric(
          "pentimento_predictions_live",
          "gauge",
          "Predictions that are not over, of the whole studio",
          Object.entries(live).map(([status, value]) => ({ labels: { status }, value })),
        ),
        gauge("pentimento_prediction_overdue_seconds", "How long the next step of a prediction has been due", lateSeconds),
        gauge("pentimento_pictures", "Pictures that are stored", count),
        gauge("pentimento_picture_bytes", "Bytes of them", bytes),
        meter.text(),
        gauge("process_resident_memory_bytes", "Memory of this process, without the darkroom's", memory.rss),
        gauge("nodejs_heap_size_used_bytes", "Memory of its objects", memory.heapUsed),
        writeMetric("process_cpu_seconds_total", "counter", "Time it has computed", [{ value: (user + system) / 1_000_000 }]),
        gauge("process_start_time_seconds", "When it was started", Math.round(Date.now() / 1000 - process.uptime())),
        gauge("nodejs_eventloop_lag_p99_seconds", "What is due waits so long, but for one in a hundred", delay.percentile(99) / 1e9),
      ].join("");
      delay.reset();
      return text;
    },

    end() {
      isEnding = true;
      delay.disable();
    },
  };
}
