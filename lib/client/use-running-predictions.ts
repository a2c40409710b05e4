/** Keeps a project's unfinished predictions fresh in the cache for as long as somebody looks at the project. */
import { useEffect, useRef } from "react";
import { useSWRConfig } from "swr";
import { isTerminal, type Prediction, type Project, paths } from "#lib/wire.ts";
import { fetchJson } from "./fetch-json.ts";
import { pause } from "./pause.ts";
import { createWaitSlots } from "./wait-slots.ts";
import { watchPrediction } from "./watch-prediction.ts";

const slots = createWaitSlots(3, { calmSeconds: 25, crowdedSeconds: 4 });

function ask(id: string, after: number, signal: AbortSignal): Promise<Prediction> {
  return slots.hold((seconds) => fetchJson<Prediction>(`${paths.prediction(id)}?after=${after}&wait=${seconds}`, { signal }), signal);
}

export function useRunningPredictions(project: Project | undefined, onEnd: (prediction: Prediction) => void): void {
  const { mutate } = useSWRConfig();
  const watched = useRef(new Map<string, AbortController>());
  const latest = useRef({ project, onEnd });
  latest.current = { project, onEnd };
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
      void watchPrediction(prediction, (seen) => void show(seen), { ask, pause, now: Date.now }, controller.signal);
    }

    async function show(seen: Prediction): Promise<void> {
      const key = paths.project(seen.projectId);
      // Its edits exist on the server only: when it ends, the whole project is read again.
      if (isTerminal(seen.status)) {
        await mutate(key).catch(() => undefined);
        latest.current.onEnd(seen);
      }
      await mutate(key, (project: Project | undefined) => project && withPrediction(project, seen), { revalidate: false });
    }
  }, [runningIds, mutate]);

  useEffect(() => {
    const controllers = watched.current;
    return () => {
      for (const controller of controllers.values()) controller.abort();
      controllers.clear();
    };
  }, []);
}

/** The prediction replaces what is known of it, unless something newer is known already. */
export function withPrediction(project: Project, prediction: Prediction): Project {
  const known = project.predictions.find(({ id }) => id === prediction.id);
  if (!known) return { ...project, predictions: [...project.predictions, prediction] };
  if (known.version >= prediction.version) return project;
  return { ...project, predictions: project.predictions.map((one) => (one.id === prediction.id ? prediction : one)) };
}
