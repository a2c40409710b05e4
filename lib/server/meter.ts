/**
 * Counters and durations of this process in the text Prometheus reads. Label values come from closed lists or are cut short, so
 * that nobody can make the text grow. The framework may load this module more than once; the process has one meter all the same.
 */
export type Labels = Readonly<Record<string, string | number>>;

export interface Sample {
  readonly labels?: Labels;
  readonly value: number;
}

export interface Meter {
  count(name: MetricName, labels?: Labels, by?: number): void;
  /** Into the buckets of a histogram. */
  time(name: MetricName, seconds: number, labels?: Labels): void;
  text(): string;
}

/** Every counter there is, and what it counts. */
const metrics = {
  pentimento_http_requests_total: "Requests of the API that were answered",
  pentimento_http_request_seconds: "Time until the headers of an answer; without requests that wait for a change on purpose",
  pentimento_gateway_calls_total: "Calls by which a gateway said that a run was over: looked at it, nothing came of it, refused",
  pentimento_prediction_steps_total: "Steps in the life of predictions",
  pentimento_bucket_requests_total: "Requests to the bucket, each attempt by itself",
} as const;
export type MetricName = keyof typeof metrics;

const bucketsSeconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

interface Timing {
  readonly labels: Labels;
  readonly counts: number[];
  sum: number;
  count: number;
}

export function createMeter(): Meter {
  const counters = new Map<MetricName, Map<string, { readonly labels: Labels; value: number }>>();
  const timings = new Map<MetricName, Map<string, Timing>>();

  return {
    count(name, labels = {}, by = 1) {
      const series = entry(counters, name, () => new Map());
      entry(series, JSON.stringify(labels), () => ({ labels, value: 0 })).value += by;
    },
    time(name, seconds, labels = {}) {
      const series = entry(timings, name, () => new Map());
      const timing = entry(series, JSON.stringify(labels), () => ({ labels, counts: bucketsSeconds.map(() => 0), sum: 0, count: 0 }));
      for (const [index, limit] of bucketsSeconds.entries()) if (seconds <= limit) timing.counts[index] = (timing.counts[index] ?? 0) + 1;
      timing.sum += seconds;
      timing.count += 1;
    },
    text() {
      const counted = [...counters].map(([name, series]) => writeMetric(name, "counter", metrics[name], [...series.values()]));
      const timed = [...timings].map(([name, series]) => writeHistogram(name, [...series.values()]));
      return [...counted, ...timed].join("");
    },
  };
}

const place = globalThis as typeof globalThis & { [key: symbol]: Meter | undefined };
const key = Symbol.for("pentimento.meter");
place[key] ??= createMeter();
export const meter: Meter = place[key];

export function writeMetric(name: string, type: "counter" | "gauge", help: string, samples: readonly Sample[]): string {
  return head(name, type, help) + samples.map(({ labels = {}, value }) => line(name, labels, value)).join("");
}

function writeHistogram(name: MetricName, timings: readonly Timing[]): string {
  const lines = timings.map(({ labels, counts, sum, count }) => {
    const buckets = bucketsSeconds.map((limit, index) => line(`${name}_bucket`, { ...labels, le: limit }, counts[index] ?? 0));
    return (
      [...buckets, line(`${name}_bucket`, { ...labels, le: "+Inf" }, count), line(`${name}_sum`, labels, sum)].join("") +
      line(`${name}_count`, labels, count)
    );
  });
  return head(name, "histogram", metrics[name]) + lines.join("");
}

function head(name: string, type: string, help: string): string {
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n`;
}

function line(name: string, labels: Labels, value: number): string {
  const written = Object.entries(labels).map(([label, text]) => `${label}="${escapeLabel(String(text))}"`);
  return `${name}${written.length === 0 ? "" : `{${written.join(",")}}`} ${value}\n`;
}

function escapeLabel(text: string): string {
  return text.slice(0, 80).replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
}

function entry<Key, Value>(map: Map<Key, Value>, at: Key, make: () => Value): Value {
  const found = map.get(at);
  if (found !== undefined) return found;
  const made = make();
  map.set(at, made);
  return made;
}
