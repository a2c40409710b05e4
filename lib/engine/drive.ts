/** Runs a generator of pixel work and lets the event loop breathe, so that progress is shown and a cancel is heard. */
import type { Work } from "#lib/pixels/work.ts";
import type { EngineHooks } from "./engine.ts";

const pauseEveryMs = 30;
const steps = 100;

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What is told never goes back: some works lay theirs inside one another as they find what is to be done. Whatever `hooks.progress` throws (a cancel) ends the work. */
export async function drive<T>(work: Work<T>, hooks: EngineHooks, stretch: Stretch): Promise<T> {
  let pausedAt = performance.now();
  let most = 0;
  for (;;) {
    const step = work.next();
    if (step.done) {
      await hooks.progress(Math.round(stretch.to * steps), steps);
      return step.value;
    }
    if (performance.now() - pausedAt < pauseEveryMs) continue;
    most = Math.max(most, step.value);
    await hooks.progress(Math.floor((stretch.from + (stretch.to - stretch.from) * most) * steps), steps);
    pausedAt = performance.now();
  }
}
