"use client";

import { X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useDropzone } from "react-dropzone";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { hiddenFileInput } from "#components/ui/file-input.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { ProblemNotice } from "#components/ui/problem-notice.tsx";
import { Segments } from "#components/ui/segments.tsx";
import { formatUsd } from "#lib/client/formats.ts";
import { newKey } from "#lib/client/new-key.ts";
import { useAttempt } from "#lib/client/use-attempt.ts";
import { usePickedPictures } from "#lib/client/use-picked-pictures.ts";
import { startReplays, useReplayPlan } from "#lib/client/use-replays.ts";
import type { ModelEntry } from "#lib/models/model.ts";
import { mostReplayed, type Replay, type StartReplay } from "#lib/replay-wire.ts";
import type { Edit } from "#lib/wire.ts";
import { BegunList } from "./begun-list.tsx";
import { PictureChoice } from "./picture-choice.tsx";
import { leftOut, priceOf } from "./step-choice.ts";
import { StepList } from "./step-list.tsx";

interface ReplayDialogProps {
  readonly edit: Edit;
  readonly edits: readonly Edit[];
  readonly models: readonly ModelEntry[];
  readonly onStarted: (replays: readonly Replay[], isHere: boolean) => void;
  readonly onClose: () => void;
}

/** Says what the steps that led to an edit would do to other pictures and what that costs, and applies them. */
export default function ReplayDialog({ edit, edits, models, onStarted, onClose }: ReplayDialogProps) {
  const t = useTranslations("replay");
  const locale = useLocale();
  const { plan, error } = useReplayPlan(edit.id);
  const pictures = usePickedPictures(mostReplayed);
  const dropzone = useDropzone({ noClick: true, noKeyboard: true, noDragEventsBubbling: true, onDrop: pictures.addFiles });
  const [chosenOff, setChosenOff] = useState<ReadonlySet<number>>(new Set());
  const [seeds, setSeeds] = useState<StartReplay["seeds"]>("same");
  const [place, setPlace] = useState<"new" | "here">("new");
  const { isBusy, problem, attempt, forget } = useAttempt();
  const [begun, setBegun] = useState<readonly Replay[]>([]);
  /** The same wish sent twice, as over a connection that broke, is one wish. */
  const wish = useRef({ text: "", key: "" });

  const steps = plan?.steps ?? [];
  const off = leftOut(steps, chosenOff);
  const ready = pictures.picked.flatMap(({ pictureId, name }) => (pictureId === null ? [] : [{ pictureId, name: nameFor(name) }]));
  const isReady = ready.length > 0 && ready.length === pictures.picked.length && off.size < steps.length;
  const price = priceOf(steps, off, Math.max(1, ready.length));
  const count = Math.max(1, ready.length);
  const cost = price === null ? t("totalUnknown") : price === 0 ? t("totalFree") : t("total", { price: formatUsd(locale, price), count });

  function choose(index: number, isOn: boolean): void {
    const next = new Set(chosenOff);
    if (isOn) next.delete(index);
    else next.add(index);
    setChosenOff(next);
  }

  async function apply(): Promise<void> {
    const request = { pictures: ready, off: [...off], seeds, projectId: place === "here" ? edit.projectId : null };
    const text = JSON.stringify(request);
    if (wish.current.text !== text) wish.current = { text, key: newKey() };
    const replays = await startReplays(edit.id, request, wish.current.key);
    if (place === "new" && replays.length > 1) setBegun(replays);
    onStarted(replays, place === "here");
  }

  const shown = problem ?? pictures.problem ?? error;
  return (
    <Dialog label={t("title")} onClose={onClose} className="w-[38rem]">
      <div {...dropzone.getRootProps({ role: "presentation", tabIndex: undefined, className: dropClass(dropzone.isDragActive) })}>
        <input {...dropzone.getInputProps(hiddenFileInput)} />
        <header className="flex items-center gap-3 border-b border-line px-4 py-2">
          <h2 className="min-w-0 flex-1 truncate text-md font-semibold">{t("title")}</h2>
          <IconButton icon={X} label={t("close")} onClick={onClose} />
        </header>
        {begun.length > 0 ? (
          <BegunList begun={begun} />
        ) : (
          <>
            <div className="grid gap-4 overflow-y-auto px-4 py-3">
              <PictureChoice
                projectId={edit.projectId}
                picked={pictures.picked}
                edits={edits}
                onChoose={dropzone.open}
                onPick={pictures.add}
                onRemove={pictures.remove}
              />
              {plan && steps.length === 0 && <p className="text-dim">{t("noSteps")}</p>}
              {steps.length > 0 && (
                <StepList
                  steps={steps}
                  off={off}
                  titleOf={(model) => models.find(({ id }) => id === model)?.title ?? model}
                  onSwitch={choose}
                />
              )}
              <div className="flex flex-wrap gap-x-6 gap-y-2">
                <Segments
                  label={t("seeds")}
                  value={seeds}
                  items={[
                    { value: "same", label: t("sameSeeds") },
                    { value: "new", label: t("newSeeds") },
                  ]}
                  onChange={setSeeds}
                />
                <Segments
                  label={t("place")}
                  value={place}
                  items={[
                    { value: "new", label: t("newProject") },
                    { value: "here", label: t("thisProject") },
                  ]}
                  onChange={setPlace}
                />
              </div>
              {shown && (
                <ProblemNotice
                  problem={shown}
                  onClose={() => {
                    forget();
                    pictures.clearProblem();
                  }}
                />
              )}
            </div>
            <footer className="flex flex-wrap items-center gap-3 border-t border-line px-4 py-3">
              <p className="min-w-0 flex-1 text-xs text-dim">{steps.length > 0 && cost}</p>
              <Button tone="primary" disabled={!isReady || isBusy} onClick={() => void attempt(apply)}>
                {isBusy ? t("applying") : t("apply", { count: ready.length })}
              </Button>
            </footer>
          </>
        )}
      </div>
    </Dialog>
  );
}

function dropClass(isOver: boolean): string {
  return joinClasses("flex max-h-[calc(100svh-2rem)] flex-col", isOver && "outline-2 -outline-offset-2 outline-accent");
}

/** A file's name without its ending is a good name for a picture. */
function nameFor(name: string): string {
  const bare = name.replace(/\.[a-z0-9]{2,5}$/iu, "").trim();
  return (bare || name.trim() || "–").slice(0, 200);
}
