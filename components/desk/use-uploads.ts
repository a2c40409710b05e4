"use client";

import { useReducer, useRef } from "react";
import { toClientError } from "#lib/client/client-error.ts";
import { newKey } from "#lib/client/new-key.ts";
import { createProject } from "#lib/client/project-actions.ts";
import { changeUploads, newUpload, projectName, type Upload } from "./uploads.ts";

interface Uploads {
  readonly uploads: readonly Upload[];
  add(files: readonly File[]): void;
  /** Stops it where it still travels, and takes it from the list. */
  remove(id: string): void;
  retry(id: string): void;
}

interface Job {
  readonly id: string;
  readonly file: File;
  readonly controller: AbortController;
}

const atOnce = 2;

/** Every file becomes a project; `onProject` hears of each, and whether it came alone. */
export function useUploads(onProject: (projectId: string, isAlone: boolean) => void): Uploads {
  const [uploads, dispatch] = useReducer(changeUploads, []);
  const waiting = useRef<Job[]>([]);
  const known = useRef(new Map<string, Job>());
  const active = useRef(0);

  async function work({ id, file, controller }: Job, isAlone: boolean): Promise<void> {
    const change = (to: Partial<Upload>) => dispatch({ kind: "change", id, to });
    try {
      change({ state: "sending" });
      const { uploadPicture } = await import("#lib/client/upload.ts");
      const picture = await uploadPicture(file, { onProgress: (fraction) => change({ fraction }), signal: controller.signal });
      change({ state: "opening", fraction: 1 });
      const project = await createProject({ name: projectName(file.name), pictureId: picture.id });
      change({ state: "done", projectId: project.id });
      if (!controller.signal.aborted) onProject(project.id, isAlone);
    } catch (error) {
      if (!controller.signal.aborted) change({ state: "failed", problem: toClientError(error) });
    }
  }

  function workOn(isAlone: boolean): void {
    while (active.current < atOnce) {
      const job = waiting.current.shift();
      if (!job) return;
      active.current += 1;
      void work(job, isAlone).finally(() => {
        active.current -= 1;
        workOn(isAlone);
      });
    }
  }

  function isIdle(): boolean {
    return active.current === 0 && waiting.current.length === 0;
  }

  return {
    uploads,
    add(files) {
      const isAlone = files.length === 1 && isIdle();
      const jobs = files.map((file) => ({ id: newKey(), file, controller: new AbortController() }));
      for (const job of jobs) known.current.set(job.id, job);
      waiting.current.push(...jobs);
      dispatch({ kind: "add", uploads: jobs.map(({ id, file }) => newUpload(id, file.name)) });
      workOn(isAlone);
    },
    remove(id) {
      waiting.current = waiting.current.filter((job) => job.id !== id);
      known.current.get(id)?.controller.abort();
      known.current.delete(id);
      dispatch({ kind: "remove", id });
    },
    retry(id) {
      const job = known.current.get(id);
      if (!job) return;
      dispatch({ kind: "change", id, to: { state: "waiting", fraction: 0, problem: null } });
      const isAlone = known.current.size === 1 && isIdle();
      waiting.current.push(job);
      workOn(isAlone);
    },
  };
}
