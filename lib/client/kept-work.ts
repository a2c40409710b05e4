/** What this browser keeps of somebody's work that was not sent (words, masks, steps to take back), and how it goes when they leave. */
import { clearMaskDrafts, hasMaskDrafts } from "./mask-drafts.ts";

type Store = Pick<Storage, "key" | "length" | "getItem" | "removeItem">;

/** Whatever is kept of a project says so in its name; how somebody likes to work does not. */
const ofProject = /^[a-z-]+:prj_/;

export function listKept(store: Store): readonly string[] {
  return Array.from({ length: store.length }, (_, index) => store.key(index) ?? "").filter((key) => ofProject.test(key));
}

/** Words that were typed stay in their draft when they are sent, so that this asks rather once too often. */
export function hasWords(store: Store): boolean {
  return listKept(store).some((key) => key.startsWith("draft:") && /"prompt":"[^"]/.test(store.getItem(key) ?? ""));
}

export async function hasKeptWork(): Promise<boolean> {
  return hasWords(localStorage) || (await hasMaskDrafts());
}

export async function clearKeptWork(): Promise<void> {
  clearWords(localStorage);
  await clearMaskDrafts();
}

export function clearWords(store: Store): void {
  for (const key of listKept(store)) store.removeItem(key);
}
