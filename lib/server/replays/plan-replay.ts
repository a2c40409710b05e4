/** What applying the steps again would do, told before anything is asked. */
import { isPictureId } from "#lib/ids.ts";
import type { Catalogue } from "#lib/models/catalogue.ts";
import { pictureFieldsOf } from "#lib/models/check-inputs.ts";
import { isExpanding } from "#lib/models/choose-frame.ts";
import { enlargeModel } from "#lib/models/enlarge.ts";
import { maskFieldOf } from "#lib/models/form.ts";
import type { ModelEntry } from "#lib/models/model.ts";
import { estimatePriceUsd } from "#lib/models/price.ts";
import type { PlannedStep, ReplayPlan } from "#lib/replay-wire.ts";
import type { Provider } from "#lib/server/providers/provider.ts";
import type { Chain, RunStep } from "./read-chain.ts";

interface Parts {
  readonly catalogue: Pick<Catalogue, "list">;
  readonly provider: Pick<Provider, "asksAreFree">;
}

export function planReplay(parts: Parts, { edit, rootPictureId, steps }: Chain): ReplayPlan {
  const picturesOf = (step: number | null): readonly string[] => {
    const one = step === null ? undefined : steps[step];
    return one ? [one.edit.pictureId, ...picturesOf(one.base)] : [rootPictureId];
  };
  return {
    editId: edit.id,
    name: edit.name,
    rootPictureId,
    steps: steps.map((step): PlannedStep => {
      const known = { editId: step.edit.id, name: step.edit.name, does: step.does };
      if (step.does !== "blend") return { ...known, ...planRun(parts, step, picturesOf(step.base)) };
      const { alphaId } = step.settings;
      const area = alphaId === null ? null : "drawn";
      const problem = step.of === null ? "picture" : null;
      return { ...known, model: null, seed: null, priceUsd: 0, area, reusedIds: [], needs: step.of, problem };
    }),
  };
}

function planRun(
  { catalogue, provider }: Parts,
  { does, run }: RunStep,
  known: readonly string[],
): Omit<PlannedStep, "editId" | "name" | "does"> {
  const entry = does === "enlarge" ? enlargeModel : catalogue.list().find(({ id }) => id === run.model);
  const isFree = provider.asksAreFree || does === "enlarge";
  return {
    model: run.model,
    seed: does === "enlarge" ? null : run.seed,
    priceUsd: isFree ? 0 : entry ? estimatePriceUsd(entry, run.inputs) : null,
    area: areaOf(entry, run),
    reusedIds: reusedOf(entry, run, known),
    needs: null,
    problem: entry ? null : "model",
  };
}

function areaOf(entry: ModelEntry | undefined, { inputs, frame }: RunStep["run"]): PlannedStep["area"] {
  const field = entry && maskFieldOf(entry);
  if (field && typeof inputs[field.name] === "string") return "mask";
  return frame && isExpanding(frame.expand) ? "border" : null;
}

function reusedOf(entry: ModelEntry | undefined, { inputs }: RunStep["run"], known: readonly string[]): readonly string[] {
  const fields = entry ? pictureFieldsOf(entry).filter(({ kind }) => kind === "picture") : [];
  const given = fields.map(({ name }) => inputs[name]).filter((value): value is string => typeof value === "string" && isPictureId(value));
  return given.filter((id) => !known.includes(id));
}
