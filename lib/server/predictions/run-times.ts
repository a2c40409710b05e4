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
  /** A look that found it still going on; `progress` is 0..1 or not told. */
  seen(id: string, elapsedMs: number, progress: number | null): void;
  ended(id: string, model: string, elapsedMs: number): void;
  /** Null before the first run of the model has ended. */
  prospectOf(id: string, model: string): Prospect | null;
}

/** A run that is going on. */
interface OpenRun {
  readonly looks: number;
  readonly lastLookMs: number;
  readonly first: ProgressPoint | null;
  /** Settled once, so that what past forecasts were off by says what this one may be. */
  readonly forecast: { readonly endMs: number; readonly looks: number } | null;
}

interface Known {
  readonly took: readonly number[];
  /** By how much runs ended later than forecast. */
  readonly late: readonly Lateness[];
}

interface Lateness {
  readonly ms: number;
  /** Between the two last looks. */
  readonly unsureMs: number;
}

const remembered = 20;
/** One that is over at the first look ended some time before. Taken for less, so that the next one is looked at sooner. */
const overAtFirstLookShare = 0.9;
/** Runs that nobody follows to their end are forgotten. */
const mostOpen = 1000;
const unseen: OpenRun = { looks: 0, lastLookMs: 0, first: null, forecast: null };
const nothing: Known = { took: [], late: [] };

export function createRunTimes(): RunTimes {
  const open = new Map<string, OpenRun>();
  const models = new Map<string, Known>();

  return {
    seen(id, elapsedMs, progress) {
      const before = open.get(id) ?? unseen;
      const point = progress === null ? null : { elapsedMs, progress };
      const looks = before.looks + 1;
      const endMs = before.first && point ? forecastEnd(before.first, point) : null;
      const forecast = before.forecast ?? (endMs === null ? null : { endMs, looks });
      open.delete(id);
      open.set(id, { looks, lastLookMs: elapsedMs, first: before.first ?? point, forecast });
      const [oldest] = open.keys();
      if (open.size > mostOpen && oldest !== undefined) open.delete(oldest);
    },

    ended(id, model, elapsedMs) {
      const run = open.get(id);
      // It ended somewhere between the two looks.
      const tookMs = run === undefined ? elapsedMs * overAtFirstLookShare : (elapsedMs + run.lastLookMs) / 2;
      const { took, late } = models.get(model) ?? nothing;
      const lateness = run?.forecast ? [{ ms: tookMs - run.forecast.endMs, unsureMs: elapsedMs - run.lastLookMs }] : [];
      open.delete(id);
      models.set(model, { took: [...took, tookMs].slice(-remembered), late: [...late, ...lateness].slice(-remembered) });
    },

    prospectOf(id, model) {
      const { took, late } = models.get(model) ?? nothing;
      if (took.length === 0) return null;
      const { forecast } = open.get(id) ?? unseen;
      const tellsProgress = late.length > 0;
      const foreseen = forecast && tellsProgress ? { ends: endsBy(forecast.endMs, late), looks: forecast.looks } : null;
      return { past: ascending(took), foreseen, tellsProgress };
    },
  };
}

/** The soonest and the latest each of them allows. What was seen between looks far apart would make all looks to come stand far apart. */
function endsBy(forecastMs: number, late: readonly Lateness[]): readonly number[] {
  const middle = quantile(ascending(late.map(({ unsureMs }) => unsureMs)), 0.5);
  const surest = late.filter(({ unsureMs }) => unsureMs <= middle);
  return ascending(surest.flatMap(({ ms, unsureMs }) => [forecastMs + ms - unsureMs / 2, forecastMs + ms + unsureMs / 2]));
}

function ascending(values: readonly number[]): readonly number[] {
  return values.toSorted((one, other) => one - other);
}
