/** The desk's list of files on their way in, as plain data and the changes it knows. */
import type { ClientError } from "#lib/client/client-error.ts";

export type UploadState = "waiting" | "sending" | "opening" | "done" | "failed";

export interface Upload {
  readonly id: string;
  readonly name: string;
  readonly fraction: number;
  readonly state: UploadState;
  readonly projectId: string | null;
  readonly problem: ClientError | null;
}

export function newUpload(id: string, name: string): Upload {
  return { id, name, fraction: 0, state: "waiting", projectId: null, problem: null };
}

/** Nothing goes on with it any more. */
export function isSettled({ state }: Upload): boolean {
  return state === "done" || state === "failed";
}

export type UploadChange =
  | { readonly kind: "add"; readonly uploads: readonly Upload[] }
  | { readonly kind: "change"; readonly id: string; readonly to: Partial<Omit<Upload, "id" | "name">> }
  | { readonly kind: "remove"; readonly id: string };

export function changeUploads(uploads: readonly Upload[], change: UploadChange): readonly Upload[] {
  switch (change.kind) {
    case "add":
      return [...uploads, ...change.uploads];
    case "change":
      return uploads.map((upload) => (upload.id === change.id ? { ...upload, ...change.to } : upload));
    case "remove":
      return uploads.filter((upload) => upload.id !== change.id);
  }
}

/** A project is called like its file, without the ending. */
export function projectName(fileName: string): string {
  return fileName.replace(/\.[a-z0-9]{1,5}$/i, "").slice(0, 120) || fileName.slice(0, 120);
}
