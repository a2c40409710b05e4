"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, type RefObject, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { KeyHint } from "#components/ui/key-hint.tsx";
import { ProblemNotice } from "#components/ui/problem-notice.tsx";
import type { ClientError } from "#lib/client/client-error.ts";
import { useFaultText } from "#lib/client/use-fault-text.ts";
import type { ModelEntry, Task } from "#lib/models/model.ts";
import type { ProviderState } from "#lib/wire.ts";
import { type ComposerForm, ComposerFormContext } from "./composer-context.ts";
import { CostLine } from "./cost-line.tsx";
import { ModelForm } from "./model-form.tsx";
import { ModelPicker } from "./model-picker.tsx";
import { PaddingNote } from "./padding-note.tsx";
import type { PlanFacts } from "./run-plan.ts";

interface ComposerProps {
  /** What stands over the form and scrolls with it. */
  readonly above: ReactNode;
  /** A result is on its way or looked at: room is kept for it, so that nothing jumps when it comes. */
  readonly keepsRoom: boolean;
  readonly panelId: string;
  readonly labelledBy: string;
  /** Told the element that scrolls, to bring it back to its top or to a faulty field. */
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly task: Task;
  readonly models: readonly ModelEntry[];
  readonly entry: ModelEntry;
  readonly form: ComposerForm;
  readonly provider: ProviderState | undefined;
  readonly plan: PlanFacts;
  readonly problem: ClientError | null;
  readonly isSending: boolean;
  /** Another button is the first one right now. */
  readonly isQuiet: boolean;
  readonly runKeys: string;
  readonly onModel: (id: string) => void;
  readonly onRun: () => void;
  readonly onCloseProblem: () => void;
}

export function Composer(props: ComposerProps) {
  const {
    above,
    keepsRoom,
    panelId,
    labelledBy,
    scroller,
    task,
    models,
    entry,
    form,
    provider,
    plan,
    problem,
    isSending,
    isQuiet,
    runKeys,
    onModel,
    onRun,
    onCloseProblem,
  } = props;
  const t = useTranslations("composer");
  const faultText = useFaultText();
  const homeless = form.faults.filter(({ field }) => !entry.fields.some(({ name }) => name === field));
  const [isWhole, setWhole] = useState(false);
  const [hadRoom, setHadRoom] = useState(keepsRoom);
  if (hadRoom !== keepsRoom) {
    setHadRoom(keepsRoom);
    // What a hand is in does not fold under it.
    setWhole(keepsRoom && isInFold(panelId));
  }
  // A fault is never out of sight.
  const isOpen = isWhole || form.faults.length > 0;
  const fold = keepsRoom ? { isOpen, onToggle: () => setWhole(!isOpen) } : null;
  return (
    <form
      aria-label={t("title")}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onRun();
      }}
      className="flex min-h-0 flex-1 flex-col"
    >
      <div ref={scroller} className="flex min-h-0 flex-1 flex-col lg:overflow-y-auto">
        <div className={keepsRoom ? "shrink-0 lg:min-h-[34svh] lg:grow" : undefined}>{above}</div>
        <div id={panelId} role="tabpanel" aria-labelledby={labelledBy} className="grid gap-4 p-4">
          <ComposerFormContext value={form}>
            {(fold === null || fold.isOpen) && <ModelPicker models={models} entry={entry} provider={provider?.name} onModel={onModel} />}
            <ModelForm entry={entry} fold={fold} />
          </ComposerFormContext>
        </div>
      </div>
      <div className="grid gap-3 border-t border-line p-4">
        {problem && (
          <ProblemNotice
            problem={problem}
            details={homeless.map((fault) => `${fault.field}: ${faultText(fault)}`)}
            onClose={onCloseProblem}
          />
        )}
        <PaddingNote entry={entry} form={form} provider={provider} />
        <CostLine plan={plan} provider={provider} />
        <Button tone={isQuiet ? "plain" : "primary"} type="submit" disabled={isSending} className="h-9 w-full pointer-coarse:h-11">
          {isSending ? t("sending") : t(`run.${task}`, { count: plan.pictures })}
          {runKeys && <KeyHint>{runKeys}</KeyHint>}
        </Button>
      </div>
    </form>
  );
}

/** Whether the focus is in a part of the form that would go. */
function isInFold(panelId: string): boolean {
  if (typeof document === "undefined") return false;
  const focused = document.activeElement;
  return document.getElementById(panelId)?.contains(focused) === true && focused?.tagName !== "TEXTAREA";
}
