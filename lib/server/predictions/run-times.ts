/**
 * How long the last runs of each model took, as this process saw them from ask to end, and what is known of those still going on:
 * both tell when the next end is near. What is stored counts our own work after the end, too, so it cannot say so.
 */
import { forecastEnd, type ProgressPoint } from "./forecast-end.ts";
import { quantile } from "./quantile.ts";

export interface Prospect {
  /** How long the last runs of the model took, shortest first; never empty. */
  readonly past: readonly number[];
  /** What its own progress says; null where that is not known (yet). */
  readonly foreseen: Foreseen | null;
  /** Whether runs of the model tell how far they are. */
  readonly tellsProgress: boolean;
}

export interface Foreseen {
  /** When it may be over, soonest first; never empty. */
  readonly ends: readonly number[];
  /** How many looks it took to see that. */
  readonly looks: number;
}

export interface RunTimes {
  /** The provider took it up at this moment, from which its time counts: how long the pictures took to get there says nothing of the next. */
  began(id: string, atMs: number): void;
  /** Null where this process was not there. */
  begunAtMs(id: string): number | null;
  /** A look that found it still going on; `progress` is 0..1 or not told. */
  seen(id: string, elapsedMs: number, progress: number | null): void;
  /** A look that found it over; `tookMs` is what the provider says, where it does. */
  ended(id: string, model: string, elapsedMs: number, tookMs: number | null): void;
  /** Null before a run of the model has ended, or this one has told enough of its own progress. */
  prospectOf(id: string, model: string): Prospect | null;
}

/** A run that is going on. */
interface OpenRun {
  readonly begunAtMs: number | null;
  readonly looks: number;
  readonly lastLookMs: number;
  readonly first: ProgressPoint | null;
  /** Settled once, so that what past forecasts were off by says what this one may be. */
  readonly forecast: { readonly endMs: number; readonly looks: number } | null;
}

interface Known {
  readonly took: readonly number[];
  /** By how much runs ended later than forecast. */
  readonly late: readonly Took[];
}

interface Took {
  readonly ms: number;
  /** Nobody knows where between the two last looks it ended, unless the provider says so. */
  readonly unsureMs: number;
}

const remembered = 20;
/** One that is over at the first look ended some time before. Taken for less, so that the next one is looked at sooner. */
const overAtFirstLookShare = 0.9;
/** Runs that nobody follows to their end are forgotten. */
const mostOpen = 1000;
const unseen: OpenRun = { begunAtMs: null, looks: 0, lastLookMs: 0, first: null, forecast: null };
const nothing: Known = { took: [], late: [] };

export function createRunTimes(): RunTimes {
  const open = new Map<string, OpenRun>();
  const models = new Map<string, Known>();

  function keep(id: string, run: OpenRun): void {
    open.delete(id);
    open.set(id, run);
    const [oldest] = open.keys();
    if (open.size > mostOpen && oldest !== undefined) open.delete(oldest);
  }

  return {
    began: (id, atMs) => keep(id, { ...unseen, begunAtMs: atMs }),
    begunAtMs: (id) => open.get(id)?.begunAtMs ?? null,

    seen(id, elapsedMs, progress) {
      const before = open.get(id) ?? unseen;
      const point = progress === null ? null : { elapsedMs, progress };
      const looks = before.looks + 1;
      const endMs = before.first && point ? forecastEnd(before.first, point) : null;
      const forecast = before.forecast ?? (endMs === null ? null : { endMs, looks });
      keep(id, { ...before, looks, lastLookMs: elapsedMs, first: before.first ?? point, forecast });
    },

    ended(id, model, elapsedMs, toldMs) {
      const { lastLookMs, looks, forecast } = open.get(id) ?? unseen;
      const took = toldMs === null ? between(lastLookMs, elapsedMs, looks) : exactly(Math.min(elapsedMs, Math.max(lastLookMs, toldMs)));
      const known = models.get(model) ?? nothing;
      const lateness = forecast ? [{ ms: took.ms - forecast.endMs, unsureMs: took.unsureMs }] : [];
      open.delete(id);
      models.set(model, {
        took: [...known.took, took.ms].slice(-remembered),
        late: [...known.late, ...lateness].slice(-remembered),
      });
    },

    prospectOf(id, model) {
      const { took, late } = models.get(model) ?? nothing;
      const { forecast } = open.get(id) ?? unseen;
      // Of the first run of a model nothing is known but what it tells itself.
      if (took.length === 0) return forecast && { past: [forecast.endMs], foreseen: null, tellsProgress: false };
      const tellsProgress = late.length > 0;
      const foreseen = forecast && tellsProgress ? { ends: endsBy(forecast.endMs, late), looks: forecast.looks } : null;
      return { past: ascending(took), foreseen, tellsProgress };
    },
  };
}

/** A run ended somewhere between the two looks. */
function between(lastLookMs: number, elapsedMs: number, looks: number): Took {
  const ms = looks === 0 ? elapsedMs * overAtFirstLookShare : (elapsedMs + lastLookMs) / 2;
  return { ms, unsureMs: elapsedMs - lastLookMs };
}

/** A provider's own clock counts only where it does not contradict what was seen. */
function exactly(ms: number): Took {
  return { ms, unsureMs: 0 };
}

/** The soonest and the latest each of them allows. What was seen between looks far apart would make all looks to come stand far apart. */
function endsBy(forecastMs: number, late: readonly Took[]): readonly number[] {
  const middle = quantile(ascending(late.map(({ unsureMs }) => unsureMs)), 0.5);
  const surest = late.filter(({ unsureMs }) => unsureMs <= middle);
  return ascending(surest.flatMap(({ ms, unsureMs }) => [forecastMs + ms - unsureMs / 2, forecastMs + ms + unsureMs / 2]));
}

function ascending(values: readonly number[]): readonly number[] {
  return values.toSorted((one, other) => one - other);
}
