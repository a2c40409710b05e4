/**
 * The local engine's contract: what a model does when no key is set, done with image processing, and a small network that
 * sees and draws nothing. Pure: rasters in, rasters out. It refuses (AppError "not_understood") what it cannot do and never hands back its input as a result.
 */
import type { Inputs, ModelEntry } from "#lib/models/model.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import type { Typesetter } from "./lettering/typeface.ts";

export interface EngineTask {
  readonly model: ModelEntry;
  readonly inputs: Inputs;
  /** RGB rasters by field name, already at working size; a mask is grey and of its picture's size. */
  readonly pictures: Readonly<Record<string, Raster>>;
  readonly seed: number;
}

export interface EngineHooks {
  /** A line for the prediction's logs, e.g. "Using seed: 7" or a warning. */
  readonly log: (line: string) => void;
  /** Called often; yields to the event loop, so that cancel is heard within 200 ms. */
  readonly progress: (done: number, of: number) => Promise<void>;
  /** Fonts are files: who runs the engine reads them. */
  readonly typeset: Typesetter;
}

export type Engine = (task: EngineTask, hooks: EngineHooks) => Promise<readonly Raster[]>;
