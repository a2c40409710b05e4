/** The mask as a file of the picture's own size, drawn in a worker that stays for as long as somebody paints. */
import { commonStart, type MaskDocument, type MaskOperation } from "#lib/mask/mask-document.ts";
import type { DrawAnswer, MaskNews } from "./mask-worker.ts";

type Waiting = { readonly resolve: (file: File) => void; readonly reject: (failure: Error) => void };

const waiting = new Map<number, Waiting>();
let worker: Worker | null = null;
let holders = 0;
let asked = 0;
/** What the worker has been told of the mask. */
let told: readonly MaskOperation[] = [];

export function drawMaskFile(mask: MaskDocument): Promise<File> {
  asked += 1;
  const id = asked;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    tell(mask, id);
  });
}

/** Tells what is painted now, so that most of it is drawn before it is asked for; only while somebody holds the worker. */
export function followMask(mask: MaskDocument): void {
  if (holders > 0) tell(mask, null);
}

/** Strokes that are known already are not sent again. */
function tell({ width, height, operations }: MaskDocument, id: number | null): void {
  const to = begin();
  const kept = commonStart(told, operations);
  told = operations;
  to.postMessage({ width, height, kept, added: operations.slice(kept), id } satisfies MaskNews);
}

/** Has the worker ready before it is needed; answers how to let go of it, which whoever asked does once. */
export function holdMaskWorker(): () => void {
  holders += 1;
  begin();
  return () => {
    holders -= 1;
    endIfIdle();
  };
}

function begin(): Worker {
  if (worker) return worker;
  const begun = new Worker(new URL("./mask-worker.ts", import.meta.url), { type: "module" });
  begun.addEventListener("message", ({ data }: MessageEvent<DrawAnswer>) => {
    const drawn = waiting.get(data.id);
    waiting.delete(data.id);
    if ("png" in data) drawn?.resolve(new File([data.png], "mask.png", { type: "image/png" }));
    else drawn?.reject(new Error(`Expected a drawn mask but received: ${data.failure}`));
    endIfIdle();
  });
  begun.addEventListener("error", ({ message }) => {
    for (const drawn of waiting.values()) drawn.reject(new Error(`Expected a drawn mask but the worker failed: ${message}`));
    waiting.clear();
    end();
  });
  worker = begun;
  return begun;
}

function endIfIdle(): void {
  if (holders === 0 && waiting.size === 0) end();
}

function end(): void {
  worker?.terminate();
  worker = null;
  told = [];
}
