/** Keeps a project's unfinished predictions fresh in the cache for as long as somebody looks at the project. */
import { useEffect, useRef } from "react";
import { useSWRConfig } from "swr";
import { isTerminal, type Prediction, type PredictionNews, type Project, paths } from "#lib/wire.ts";
import { fetchJson } from "./fetch-json.ts";
import { mergeProject, withPrediction } from "./merge-project.ts";
import { pause } from "./pause.ts";
import { createSharedWait } from "./shared-wait.ts";
import { backOffMs, watchPrediction } from "./watch-prediction.ts";

const holdSeconds = 25;

const ask = createSharedWait(async (watched, signal) => {
  const { predictions } = await fetchJson<PredictionNews>(paths.predictionNews(watched, holdSeconds), { signal });
  return predictions;
});

/** Tries until it is there or nobody looks any more; null in the second case. */
async function readProject(id: string, signal: AbortSignal): Promise<Project | null> {
  for (let failures = 0; !signal.aborted; ) {
    try {
      return await fetchJson<Project>(paths.project(id), { signal });
    } catch {
      failures += 1;
      await pause(backOffMs(failures), signal);
    }
  }
  return null;
}

export function useRunningPredictions(project: Project | undefined, onEnd: (prediction: Prediction) => void): void {
  const { mutate } = useSWRConfig();
  const watched = useRef(new Map<string, AbortController>());
  const latest = useRef({ project, onEnd });
  latest.current = { project, onEnd };
  const wasRunning = useRef(new Set<string>());
  const runningIds = (project?.predictions ?? [])
    .filter(({ status }) => !isTerminal(status))
    .map(({ id }) => id)
    .join(" ");

  useEffect(() => {
    const ids = runningIds === "" ? [] : runningIds.split(" ");
    for (const [id, controller] of watched.current) {
      if (ids.includes(id)) continue;
      controller.abort();
      watched.current.delete(id);
    }
    for (const id of ids) {
      const prediction = latest.current.project?.predictions.find((one) => one.id === id);
      if (!prediction || watched.current.has(id)) continue;
      const controller = new AbortController();
      watched.current.set(id, controller);
      void watchPrediction(prediction, (seen) => void show(seen, controller.signal), { ask, pause, now: Date.now }, controller.signal);
    }

    async function show(seen: Prediction, signal: AbortSignal): Promise<void> {
      const key = paths.project(seen.projectId);
      // Its edits exist on the server only: when it ends, the whole project is read again.
      const told = isTerminal(seen.status) ? await readProject(seen.projectId, signal) : null;
      const update = (known: Project | undefined) => known && withPrediction(told ? mergeProject(known, told) : known, seen);
      await mutate(key, update, { revalidate: false });
    }
  }, [runningIds, mutate]);

  useEffect(() => {
    const controllers = watched.current;
    return () => {
      for (const controller of controllers.values()) controller.abort();
      controllers.clear();
    };
  }, []);

  // Whoever brought the news: an end is told once, when this page has seen the run going on before.
  const predictions = project?.predictions;
  useEffect(() => {
    for (const prediction of predictions ?? []) {
      if (!isTerminal(prediction.status)) wasRunning.current.add(prediction.id);
      else if (wasRunning.current.delete(prediction.id)) latest.current.onEnd(prediction);
    }
  }, [predictions]);
}
