/** One picture on its way to the server for one place of the page. */
import { useEffect, useRef, useState } from "react";
import type { Picture } from "#lib/wire.ts";
import { type ClientError, toClientError } from "./client-error.ts";
import { uploadPicture } from "./upload.ts";

interface PictureUpload {
  /** 0..1 while it travels, else null. */
  readonly fraction: number | null;
  readonly problem: ClientError | null;
  send(file: File): void;
  stop(): void;
  clearProblem(): void;
}

export function usePictureUpload(onPicture: (picture: Picture, name: string) => void): PictureUpload {
  const [fraction, setFraction] = useState<number | null>(null);
  const [problem, setProblem] = useState<ClientError | null>(null);
  const current = useRef<AbortController | null>(null);
  const latest = useRef(onPicture);
  latest.current = onPicture;
  useEffect(() => () => current.current?.abort(), []);

  async function send(file: File): Promise<void> {
    current.current?.abort();
    const controller = new AbortController();
    current.current = controller;
    setProblem(null);
    setFraction(0);
    try {
      const picture = await uploadPicture(file, { onProgress: setFraction, signal: controller.signal });
      if (!controller.signal.aborted) latest.current(picture, file.name);
    } catch (error) {
      if (!controller.signal.aborted) setProblem(toClientError(error));
    } finally {
      if (current.current === controller) setFraction(null);
    }
  }

  return {
    fraction,
    problem,
    send: (file) => void send(file),
    stop: () => current.current?.abort(),
    clearProblem: () => setProblem(null),
  };
}
