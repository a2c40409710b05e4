/** A browser's trace, summed up for its page's main thread: self time by kind of work, and by function where samples were taken. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly tdur?: number;
  readonly dur?: number;
  readonly args: Readonly<Record<string, unknown>>;
}

type Sums = readonly (readonly [string, number])[];

export function readTrace(text: string): { readonly work: Sums; readonly functions: Sums } {
  const { traceEvents: events } = JSON.parse(text) as { readonly traceEvents: readonly TraceEvent[] };
  const busiest = mainThread(events);
  const own = events.filter(({ pid, tid, ph }) => ph === "X" && pid === busiest?.pid && tid === busiest.tid);
  return { work: selfTimes(own), functions: sampledTimes(events, busiest?.pid) };
}

/** Of several pages the one that ran longest. */
function mainThread(events: readonly TraceEvent[]): TraceEvent | undefined {
  const mains = events.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain");
  const total = ({ pid, tid }: TraceEvent) =>
    events.reduce((sum, event) => sum + (event.pid === pid && event.tid === tid ? (event.dur ?? 0) : 0), 0);
  return mains.toSorted((one, other) => total(other) - total(one))[0];
}

function selfTimes(events: readonly TraceEvent[]): Sums {
  const sums = new Map<string, number>();
  const open: TraceEvent[] = [];
  const add = (name: string, ms: number) => sums.set(name, (sums.get(name) ?? 0) + ms);
  for (const event of events.toSorted((one, other) => one.ts - other.ts || (other.dur ?? 0) - (one.dur ?? 0))) {
    for (let last = open.at(-1); last && last.ts + (last.dur ?? 0) <= event.ts; last = open.at(-1)) open.pop();
    const ms = (event.tdur ?? event.dur ?? 0) / 1000;
    const parent = open.at(-1);
    add(event.name, ms);
    if (parent) add(parent.name, -ms);
    open.push(event);
  }
  return sorted(sums);
}

function sampledTimes(events: readonly TraceEvent[], pid: number | undefined): Sums {
  const names = new Map<number, string>();
  const sums = new Map<string, number>();
  for (const { name, args, pid: owner } of events) {
    if (name !== "ProfileChunk" || owner !== pid) continue;
    const { cpuProfile, timeDeltas = [] } = (args as { data: ProfileChunk }).data;
    for (const { id, callFrame } of cpuProfile?.nodes ?? []) {
      const file = (callFrame.url ?? "").split("/").at(-1) ?? "";
      names.set(id, `${callFrame.functionName || "(no name)"} ${file}:${callFrame.lineNumber ?? ""}:${callFrame.columnNumber ?? ""}`);
    }
    for (const [at, id] of (cpuProfile?.samples ?? []).entries()) {
      const what = names.get(id) ?? "?";
      sums.set(what, (sums.get(what) ?? 0) + (timeDeltas[at] ?? 0) / 1000);
    }
  }
  return sorted(sums);
}

interface ProfileChunk {
  readonly timeDeltas?: readonly number[];
  readonly cpuProfile?: {
    readonly samples?: readonly number[];
    readonly nodes?: readonly {
      readonly id: number;
      readonly callFrame: {
        readonly functionName: string;
        readonly url?: string;
        readonly lineNumber?: number;
        readonly columnNumber?: number;
      };
    }[];
  };
}

function sorted(sums: ReadonlyMap<string, number>): Sums {
  return [...sums].toSorted(([, one], [, other]) => other - one);
}
