"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { enlargeModel } from "#lib/models/enlarge.ts";
import type { ModelEntry } from "#lib/models/model.ts";
import type { Edit, Prediction, Project } from "#lib/wire.ts";

interface Titles {
  /** What made a result: a model by its title, or our own tool. Empty for what was brought in. */
  readonly titleOf: (prediction: Prediction | undefined) => string;
  readonly makerOf: (edit: Pick<Partial<Edit>, "predictionId">) => Prediction | undefined;
  readonly titleOfEdit: (edit: Pick<Partial<Edit>, "predictionId">) => string;
  /** Whether the form can ask for such a run: its model is still offered. */
  readonly isRepeatable: (prediction: Prediction | undefined) => prediction is Prediction;
}

export function useTitles({ predictions }: Pick<Project, "predictions">, models: readonly ModelEntry[]): Titles {
  const t = useTranslations("enlarge");
  // A history of a thousand edits asks for each one's maker at once.
  const makers = useMemo(() => new Map(predictions.map((prediction) => [prediction.id, prediction])), [predictions]);
  const makerOf = (edit: Pick<Partial<Edit>, "predictionId">) => makers.get(edit.predictionId ?? "");
  const modelOf = (prediction: Prediction | undefined) => models.find(({ id }) => id === prediction?.model);
  const titleOf = (prediction: Prediction | undefined) =>
    prediction?.model === enlargeModel.id ? t("title") : (modelOf(prediction)?.title ?? prediction?.model ?? "");
  return {
    makerOf,
    titleOf,
    titleOfEdit: (edit) => titleOf(makerOf(edit)),
    isRepeatable: (prediction): prediction is Prediction => modelOf(prediction) !== undefined,
  };
}
