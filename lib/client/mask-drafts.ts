/** Painted masks, kept in this browser per project and picture; strokes outgrow what a small text store may hold. */
import { emptyHistory, type MaskHistory } from "#lib/mask/mask-history.ts";
import { readHistory } from "#lib/mask/read-history.ts";

const storeName = "masks";

export async function readMaskDraft(projectId: string, pictureId: string): Promise<MaskHistory> {
  const stored = await inStore("readonly", (store) => store.get(keyOf(projectId, pictureId)));
  return stored === undefined ? emptyHistory : readHistory(stored);
}

/** A full or forbidden store must not stop anybody from painting. */
export async function writeMaskDraft(projectId: string, pictureId: string, history: MaskHistory): Promise<void> {
  await inStore("readwrite", (store) => store.put(history, keyOf(projectId, pictureId)));
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
