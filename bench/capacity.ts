/**
 * What an installation needs when so many people work with it: an hour of their work, run by run, through the queues that a run
 * meets. Pure: what one run costs is measured (`bench/growth.bench.ts`), how people work and what others allow is said by whoever asks.
 */
export interface RunCosts {
  /** Of processors: everything the studio and its darkroom do for a run. */
  readonly processorS: number;
  /** Of that in the darkroom, where one run is worked on after the other in each worker. */
  readonly darkroomS: number;
  readonly databaseS: number;
  /** Besides the one that begins it. */
  readonly asksUpstream: number;
  readonly storedBytes: number;
  readonly priceUsd: number;
}

export interface Habits {
  /** Of all designers, in the busiest hour. */
  readonly shareAtWork: number;
  readonly runsAnHour: number;
  readonly hoursAMonth: number;
}

export interface Allowances {
  readonly beginsAMinute: number;
  readonly asksAMinute: number;
  readonly databaseConnections: number;
  readonly connectionsOfAProcess: number;
  /** How long nineteen of twenty may wait for a worker. */
  readonly longestWaitS: number;
}

export interface Forecast {
  readonly designers: number;
  readonly runsInTheHour: number;
  readonly workers: number;
  readonly webs: number;
  /** Of what is allowed; above 1 it breaks. */
  readonly shares: Readonly<Record<Strain, number>>;
  readonly breaksFirst: Strain;
  /** For being allowed to begin, nineteen of twenty. */
  readonly waitToBeginS: number;
  readonly processors: number;
  readonly storedGbAMonth: number;
  readonly runsUsdAMonth: number;
}

export type Strain = "beginnings" | "questions" | "database" | "connections";

const hourS = 3600;
/** What one web process bears before its answers become slow: half of a processor. */
const webShare = 0.5;

export function forecast(designers: number, run: RunCosts, habits: Habits, allowed: Allowances, random: () => number): Forecast {
  const runsAnHour = designers * habits.shareAtWork * habits.runsAnHour;
  const beginsS = drawArrivals(runsAnHour / hourS, random);
  const begun = queue(beginsS, 60 / allowed.beginsAMinute, 1);
  const workers = fewestWorkers(begun.servedS, run.darkroomS, allowed.longestWaitS);
  const perS = beginsS.length / hourS;
  const webs = Math.max(1, Math.ceil((perS * (run.processorS - run.darkroomS)) / webShare));
  const shares = {
    beginnings: (perS * 60) / allowed.beginsAMinute,
    questions: (perS * 60 * run.asksUpstream) / allowed.asksAMinute,
    database: perS * run.databaseS,
    connections: ((workers + webs) * allowed.connectionsOfAProcess) / allowed.databaseConnections,
  };
  const runsAMonth = designers * habits.runsAnHour * habits.hoursAMonth;
  return {
    ...{ designers, runsInTheHour: beginsS.length, workers, webs, shares },
    breaksFirst: strains.reduce((worst, one) => (shares[one] > shares[worst] ? one : worst)),
    waitToBeginS: quantile95(begun.waitsS),
    processors: perS * run.processorS,
    storedGbAMonth: (runsAMonth * run.storedBytes) / 1e9,
    runsUsdAMonth: runsAMonth * run.priceUsd,
  };
}

const strains: readonly Strain[] = ["beginnings", "questions", "database", "connections"];

/** People begin when they like, whatever others do. */
function drawArrivals(perS: number, random: () => number): readonly number[] {
  const atS: number[] = [];
  const pauseS = () => -Math.log(1 - random()) / perS;
  for (let nowS = pauseS(); nowS < hourS; nowS += pauseS()) atS.push(nowS);
  return atS;
}

/** First come, first served, at so many places. */
function queue(comesS: readonly number[], serviceS: number, places: number) {
  const freeS = new Array<number>(places).fill(0);
  const waitsS: number[] = [];
  const servedS: number[] = [];
  for (const cameS of comesS) {
    const soonest = freeS.reduce((best, atS, place) => (atS < (freeS[best] ?? 0) ? place : best), 0);
    const beginsS = Math.max(cameS, freeS[soonest] ?? 0);
    freeS[soonest] = beginsS + serviceS;
    waitsS.push(beginsS - cameS);
    servedS.push(beginsS + serviceS);
  }
  return { waitsS, servedS };
}

function fewestWorkers(comesS: readonly number[], serviceS: number, longestWaitS: number): number {
  const inOrder = [...comesS].sort((a, b) => a - b);
  const fewest = Math.max(1, Math.floor((comesS.length * serviceS) / hourS));
  for (let workers = fewest; ; workers += 1) if (quantile95(queue(inOrder, serviceS, workers).waitsS) <= longestWaitS) return workers;
}

function quantile95(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? 0;
}
