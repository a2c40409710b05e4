/** The mask as a file of the picture's own size, drawn in workers that stay for as long as somebody paints. */

import { joinShares, type SharedBands } from "#lib/mask/join-bands.ts";
import { commonStart, type MaskDocument, type MaskOperation } from "#lib/mask/mask-document.ts";
import type { DrawAnswer, MaskWord } from "./mask-worker.ts";

interface Waiting {
  readonly mask: MaskDocument;
  readonly shares: SharedBands[];
  readonly resolve: (file: File) => void;
  readonly reject: (failure: Error) => void;
}

/** More take more memory than they save time. */
const mostWorkers = 2;
/** What was painted is on the screen before anything else begins. */
const shownFirstMs = 100;

const waiting = new Map<number, Waiting>();
let workers: readonly Worker[] = [];
let holders = 0;
let asked = 0;
let following: ReturnType<typeof setTimeout> | undefined;
/** What the workers have been told of the mask. */
let told: readonly MaskOperation[] = [];

export function drawMaskFile(mask: MaskDocument): Promise<File> {
  asked += 1;
  const id = asked;
  return new Promise((resolve, reject) => {
    waiting.set(id, { mask, shares: [], resolve, reject });
    tell(mask, id);
  });
}

/** Tells what is painted now, so that most of it is drawn before it is asked for; only while somebody holds the workers. */
export function followMask(mask: MaskDocument): void {
  clearTimeout(following);
  following = setTimeout(() => {
    if (holders > 0) tell(mask, null);
  }, shownFirstMs);
}

/** Nothing is drawn ahead until the mask is told again. */
export function haltMaskWorkers(): void {
  clearTimeout(following);
  for (const worker of workers) worker.postMessage("halt" satisfies MaskWord);
}

/** Strokes that are known already are not sent again. */
function tell({ width, height, operations }: MaskDocument, id: number | null): void {
  clearTimeout(following);
  begin();
  const kept = commonStart(told, operations);
  const added = operations.slice(kept);
  told = operations;
  for (const [index, worker] of workers.entries()) {
    worker.postMessage({ width, height, share: { index, count: workers.length }, kept, added, id } satisfies MaskWord);
  }
}

/** Has the workers stay once they are there; answers how to let go of them, which whoever asked does once. */
export function holdMaskWorkers(): () => void {
  holders += 1;
  return () => {
    holders -= 1;
    endIfIdle();
  };
}

function begin(): void {
  if (workers.length > 0) return;
  const count = Math.max(1, Math.min(mostWorkers, navigator.hardwareConcurrency));
  workers = Array.from({ length: count }, () => {
    const worker = new Worker(new URL("./mask-worker.ts", import.meta.url), { type: "module" });
    worker.addEventListener("message", ({ data }: MessageEvent<DrawAnswer>) => take(data));
    worker.addEventListener("error", ({ message }) => fail(message));
    return worker;
  });
}

function take(answer: DrawAnswer): void {
  const drawn = waiting.get(answer.id);
  // Of a mask of which one share has failed the others come in vain.
  if (!drawn) return;
  if ("bands" in answer) {
    drawn.shares.push(answer.bands);
    if (drawn.shares.length < workers.length) return;
    drawn.resolve(new File([joinShares(drawn.mask, drawn.shares)], "mask.png", { type: "image/png" }));
  } else drawn.reject(new Error(`Expected a drawn mask but received: ${answer.failure}`));
  waiting.delete(answer.id);
  endIfIdle();
}

function fail(message: string): void {
  for (const drawn of waiting.values()) drawn.reject(new Error(`Expected a drawn mask but a worker failed: ${message}`));
  waiting.clear();
  end();
}

function endIfIdle(): void {
  if (holders === 0 && waiting.size === 0) end();
}

function end(): void {
  clearTimeout(following);
  for (const worker of workers) worker.terminate();
  workers = [];
  told = [];
}
