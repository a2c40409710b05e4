/** Which fault comes next for which call. */
import type { ApiCallName, FaultName } from "./faults.ts";

export interface FaultOptions {
  /** How often, one by default. */
  readonly times?: number;
  /** For a create: the prediction exists although its answer does not arrive. */
  readonly accepted?: boolean;
  /** Seconds that a throttle names, 30 by default. */
  readonly waitS?: number;
  /** Let this many calls pass first. */
  readonly skip?: number;
}

export interface PlannedFault extends Required<FaultOptions> {
  readonly name: FaultName;
}

export interface FaultPlan {
  add(call: ApiCallName, name: FaultName, options?: FaultOptions): void;
  take(call: ApiCallName): PlannedFault | null;
  clear(): void;
}

export function createFaultPlan(): FaultPlan {
  const planned = new Map<ApiCallName, { fault: PlannedFault; skip: number; left: number }[]>();
  return {
    add(call, name, { times = 1, accepted = false, waitS = 30, skip = 0 } = {}) {
      const queue = planned.get(call) ?? [];
      planned.set(call, queue);
      queue.push({ fault: { name, times, accepted, waitS, skip }, skip, left: times });
    },
    take(call) {
      const queue = planned.get(call) ?? [];
      const [next] = queue;
      if (!next) return null;
      if (next.skip > 0) {
        next.skip -= 1;
        return null;
      }
      next.left -= 1;
      if (next.left <= 0) queue.shift();
      return next.fault;
    },
    clear: () => planned.clear(),
  };
}
