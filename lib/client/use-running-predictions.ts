/** Keeps a project's unfinished predictions fresh in the cache for as long as somebody looks at the project. */
import { useEffect, useRef } from "react";
import { useSWRConfig } from "swr";
import { type Edit, isTerminal, type Prediction, type PredictionNews, type Project, paths, stageSide } from "#lib/wire.ts";
import { decodeAhead } from "./decode-ahead.ts";
import { fetchJson } from "./fetch-json.ts";
import { mergeProject, withNews } from "./merge-project.ts";
import { pause } from "./pause.ts";
import { createSharedWait } from "./shared-wait.ts";
import { backOffMs, watchPrediction } from "./watch-prediction.ts";

const holdSeconds = 25;

interface News extends Pick<Prediction, "id" | "version" | "status"> {
  readonly prediction: Prediction;
  readonly made: readonly Edit[];
}

const ask = createSharedWait<News>(async (watched, signal) => {
  const { predictions, edits } = await fetchJson<PredictionNews>(paths.predictionNews(watched, holdSeconds), { signal });
  return predictions.map((prediction) => {
    const { id, version, status } = prediction;
    return { id, version, status, prediction, made: edits.filter(({ predictionId }) => predictionId === id) };
  });
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

interface Course {
  /** Results are on their way; what it resolves after is seen before anything else is drawn. */
  readonly onArriving: (prediction: Prediction) => Promise<void>;
  readonly onEnd: (prediction: Prediction) => void;
}

export function useRunningPredictions(project: Project | undefined, { onArriving, onEnd }: Course): void {
  const { mutate } = useSWRConfig();
  const watched = useRef(new Map<string, AbortController>());
  const left = useRef(new AbortController());
  const latest = useRef({ project, onArriving, onEnd });
  latest.current = { project, onArriving, onEnd };
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
      void watchPrediction<News>(prediction, (news) => void show(news), { ask, pause, now: Date.now }, controller.signal);
    }

    async function show({ prediction, made }: News): Promise<void> {
      const [first] = prediction.outputs;
      // While the page takes the news in, the picture comes.
      const shown = first && decodeAhead(paths.thumbnail(first.id, stageSide));
      if (prediction.status === "fetching") await latest.current.onArriving(prediction);
      // In a project without a picture it is open as soon as it is known.
      if (latest.current.project?.currentEditId === null) await shown;
      const key = paths.project(prediction.projectId);
      await mutate(key, (known: Project | undefined) => known && withNews(known, prediction, made), { revalidate: false });
      // What came of it is seen; what else an end changes on the server (counts, what others did) may follow, and not stand in its way.
      await shown;
      const told = isTerminal(prediction.status) ? await readProject(prediction.projectId, left.current.signal) : null;
      if (told) await mutate(key, (known: Project | undefined) => known && mergeProject(known, told), { revalidate: false });
    }
  }, [runningIds, mutate]);

  useEffect(() => {
    const controllers = watched.current;
    left.current = new AbortController();
    return () => {
      left.current.abort();
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
