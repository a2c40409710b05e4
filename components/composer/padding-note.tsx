"use client";

import { useTranslations } from "next-intl";
import type { ModelEntry } from "#lib/models/model.ts";
import { paddedSize } from "#lib/models/padded-size.ts";
import type { ProviderState } from "#lib/wire.ts";
import type { ComposerForm } from "./composer-context.ts";
import { baseField } from "./form-values.ts";

interface PaddingNoteProps {
  readonly entry: ModelEntry;
  readonly form: ComposerForm;
  readonly provider: ProviderState | undefined;
}

/** Says before a run what becomes of a picture that is longer than the model's shapes; the local engine takes any. */
export function PaddingNote({ entry, form, provider }: PaddingNoteProps) {
  const t = useTranslations("composer");
  const value = form.values[baseField(entry)?.name ?? ""];
  const picture = form.edits.find((edit) => edit.picture.id === value)?.picture;
  const padded = picture && provider && provider.name !== "local" ? paddedSize(entry, picture) : null;
  if (!padded) return null;
  const [width, height] = padded.working;
  return <p className="text-xs text-dim">{t("padded", { width, height })}</p>;
}
