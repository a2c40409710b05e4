/** Painted masks, kept in this browser per project and picture; strokes outgrow what a small text store may hold. */
import type { MaskDocument } from "#lib/mask/mask-document.ts";
import { emptyHistory, hasPaint, type MaskHistory } from "#lib/mask/mask-history.ts";
import { readHistory } from "#lib/mask/read-history.ts";
import type { Picture } from "#lib/wire.ts";

type PictureSize = Pick<Picture, "width" | "height">;

const storeName = "masks";

export async function readMaskDraft(projectId: string, pictureId: string): Promise<MaskHistory> {
  const stored = await inStore("readonly", (store) => store.get(keyOf(projectId, pictureId)));
  return stored === undefined ? emptyHistory : readHistory(stored);
}

/** A full or forbidden store must not stop anybody from painting. With the picture's size it can be painted again elsewhere. */
export async function writeMaskDraft(projectId: string, pictureId: string, history: MaskHistory, size?: PictureSize): Promise<void> {
  const draft = size ? { ...history, pictureId, width: size.width, height: size.height, savedAtMs: Date.now() } : history;
  await inStore("readwrite", (store) => store.put(draft, keyOf(projectId, pictureId)));
}

/** What was painted last on any other picture of the project, or null. */
export async function readLastMask(projectId: string, exceptPictureId: string): Promise<MaskDocument | null> {
  const range = IDBKeyRange.bound(keyOf(projectId, ""), keyOf(projectId, "\uffff"));
  const stored = await inStore("readonly", (store) => store.getAll(range));
  return newestMask(Array.isArray(stored) ? stored : [], exceptPictureId);
}

/** The newest of some drafts that marks anything. */
export function newestMask(drafts: readonly unknown[], exceptPictureId: string): MaskDocument | null {
  let newest: (MaskDocument & { readonly savedAtMs: number }) | null = null;
  for (const draft of drafts) {
    if (typeof draft !== "object" || draft === null) continue;
    const { pictureId, width, height, savedAtMs } = draft as Record<string, unknown>;
    const isWhole = typeof width === "number" && typeof height === "number" && typeof savedAtMs === "number";
    if (!isWhole || pictureId === exceptPictureId || savedAtMs <= (newest?.savedAtMs ?? 0)) continue;
    const history = readHistory(draft);
    if (hasPaint(history)) newest = { width, height, savedAtMs, operations: history.operations };
  }
  return newest && { width: newest.width, height: newest.height, operations: newest.operations };
}

/** Whether anything is painted on any picture of any project. */
export async function hasMaskDrafts(): Promise<boolean> {
  const stored = await inStore("readonly", (store) => store.getAll());
  return Array.isArray(stored) && stored.some((draft) => hasPaint(readHistory(draft)));
}

export async function clearMaskDrafts(): Promise<void> {
  await inStore("readwrite", (store) => store.clear());
}

function keyOf(projectId: string, pictureId: string): string {
  return `${projectId}:${pictureId}`;
}

function inStore(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest): Promise<unknown> {
  return new Promise((resolve) => {
    const opening = openStore();
    if (!opening) {
      resolve(undefined);
      return;
    }
    opening.onupgradeneeded = () => opening.result.createObjectStore(storeName);
    opening.onerror = () => resolve(undefined);
    opening.onsuccess = () => {
      const database = opening.result;
      const transaction = database.transaction(storeName, mode);
      const request = ask(transaction.objectStore(storeName));
      const finish = (value: unknown) => {
        database.close();
        resolve(value);
      };
      transaction.oncomplete = () => finish(request.result);
      transaction.onabort = () => finish(undefined);
    };
  });
}

function openStore(): IDBOpenDBRequest | null {
  try {
    return indexedDB.open("pentimento-drafts", 1);
  } catch {
    return null;
  }
}
