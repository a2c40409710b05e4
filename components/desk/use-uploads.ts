"use client";

import { useReducer, useRef } from "react";
import { toClientError } from "#lib/client/client-error.ts";
import { newKey } from "#lib/client/new-key.ts";
import { createProject } from "#lib/client/project-actions.ts";
import { uploadPicture } from "#lib/client/upload.ts";
import { changeUploads, projectName, type Upload } from "./uploads.ts";

interface Uploads {
  readonly uploads: readonly Upload[];
  add(files: readonly File[]): void;
  /** Stops it where it still travels, and takes it from the list. */
  remove(id: string): void;
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
  const jobs = useRef<Job[]>([]);
  const controllers = useRef(new Map<string, AbortController>());
  const active = useRef(0);

  async function work({ id, file, controller }: Job, isAlone: boolean): Promise<void> {
    const change = (to: Partial<Upload>) => dispatch({ kind: "change", id, to });
    try {
      change({ state: "sending" });
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
      const job = jobs.current.shift();
      if (!job) return;
      active.current += 1;
      void work(job, isAlone).finally(() => {
        active.current -= 1;
        workOn(isAlone);
      });
    }
  }

  return {
    uploads,
    add(files) {
      const added = files.map((file) => ({ id: newKey(), file, controller: new AbortController() }));
      for (const job of added) controllers.current.set(job.id, job.controller);
      jobs.current.push(...added);
      const rows = added.map(
        ({ id, file }) => ({ id, name: file.name, fraction: 0, state: "waiting", problem: null, projectId: null }) as const,
      );
      dispatch({ kind: "add", uploads: rows });
      workOn(files.length === 1 && uploads.every(({ state }) => state === "done" || state === "failed"));
    },
    remove(id) {
      jobs.current = jobs.current.filter((job) => job.id !== id);
      controllers.current.get(id)?.abort();
      dispatch({ kind: "remove", id });
    },
  };
}
