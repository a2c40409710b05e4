/** Pictures gathered for one purpose: files are sent one after the other, pictures of the studio are there at once. */
import { useEffect, useRef, useState } from "react";
import { type ClientError, toClientError } from "./client-error.ts";
import { uploadPicture } from "./upload.ts";

export interface PickedPicture {
  readonly key: string;
  readonly name: string;
  /** Null while it is on its way. */
  readonly pictureId: string | null;
}

interface PickedPictures {
  readonly picked: readonly PickedPicture[];
  readonly problem: ClientError | null;
  addFiles(files: readonly File[]): void;
  add(picture: { readonly pictureId: string; readonly name: string }): void;
  remove(key: string): void;
  clearProblem(): void;
}

export function usePickedPictures(most: number): PickedPictures {
  const [picked, setPicked] = useState<readonly PickedPicture[]>([]);
  const [problem, setProblem] = useState<ClientError | null>(null);
  const turn = useRef<Promise<unknown>>(Promise.resolve());
  const count = useRef(0);
  const sending = useRef(new Map<string, AbortController>());
  useEffect(() => {
    const { current } = sending;
    return () => {
      for (const controller of current.values()) controller.abort();
    };
  }, []);

  const forget = (key: string) => setPicked((known) => known.filter((one) => one.key !== key));

  async function send(key: string, file: File, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    try {
      const { id } = await uploadPicture(file, { signal });
      setPicked((known) => known.map((one) => (one.key === key ? { ...one, pictureId: id } : one)));
    } catch (error) {
      forget(key);
      if (!signal.aborted) setProblem(toClientError(error));
    } finally {
      sending.current.delete(key);
    }
  }

  return {
    picked,
    problem,
    addFiles(files) {
      for (const file of files.slice(0, Math.max(0, most - picked.length))) {
        count.current += 1;
        const key = `file ${count.current}`;
        const controller = new AbortController();
        sending.current.set(key, controller);
        setPicked((known) => [...known, { key, name: file.name, pictureId: null }]);
        turn.current = turn.current.then(() => send(key, file, controller.signal));
      }
    },
    add({ pictureId, name }) {
      setPicked((known) => {
        if (known.length >= most || known.some((one) => one.pictureId === pictureId)) return known;
        return [...known, { key: pictureId, name, pictureId }];
      });
    },
    remove(key) {
      sending.current.get(key)?.abort();
      forget(key);
    },
    clearProblem: () => setProblem(null),
  };
}
