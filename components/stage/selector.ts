/** Asks the worker that looks at the picture; it begins with the first question and ends with the stage. */

import type { Import, Marked, Preparation, Selection, SelectionAnswer, SelectionRequest } from "./selection.ts";
import type { SelectTool } from "./tool-settings.ts";

type Waiting = { readonly resolve: (marked: Marked | null) => void; readonly reject: (failure: Error) => void };

type LookedAt = Pick<SelectionRequest, "source" | "copy" | "width" | "height">;

export class Selector {
  private readonly picture: LookedAt;
  private readonly waiting = new Map<number, Waiting>();
  private worker: Worker | null = null;
  private asked = 0;

  constructor(picture: LookedAt) {
    this.picture = picture;
  }

  /** Null where nothing was found. */
  select(selection: Selection | Import | Preparation): Promise<Marked | null> {
    const worker = this.begin();
    this.asked += 1;
    const request: SelectionRequest = { ...this.picture, id: this.asked, selection };
    return new Promise((resolve, reject) => {
      this.waiting.set(request.id, { resolve, reject });
      worker.postMessage(request);
    });
  }

  /** So that the first click finds the picture looked at already; a failure shows when something is asked. */
  prepare(tool: SelectTool): void {
    this.select({ tool: "prepare", for: tool }).catch(() => undefined);
  }

  destroy(): void {
    this.worker?.terminate();
    this.worker = null;
    this.waiting.clear();
  }

  private begin(): Worker {
    if (this.worker) return this.worker;
    const worker = new Worker(new URL("./select-worker.ts", import.meta.url), { type: "module" });
    worker.addEventListener("message", ({ data }: MessageEvent<SelectionAnswer>) => {
      const asked = this.waiting.get(data.id);
      this.waiting.delete(data.id);
      if ("marked" in data) asked?.resolve(data.marked);
      else asked?.reject(new Error(`Expected a selection but received: ${data.failure}`));
    });
    this.worker = worker;
    return worker;
  }
}
