"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { baseField } from "#components/composer/form-values.ts";
import { writeMask } from "#components/composer/mask-value.ts";
import type { BlendRequest } from "#lib/client/blend-edit.ts";
import { decodeAhead } from "#lib/client/decode-ahead.ts";
import type { UndoStep } from "#lib/client/undo-journal.ts";
import type { ProjectAnswer } from "#lib/client/use-project.ts";
import { useRunningPredictions } from "#lib/client/use-running-predictions.ts";
import type { MaskOperation } from "#lib/mask/mask-document.ts";
import { isExpanding } from "#lib/models/choose-frame.ts";
import type { EnlargeTimes } from "#lib/models/enlarge.ts";
import { maskFieldOf } from "#lib/models/form.ts";
import type { ModelEntry } from "#lib/models/model.ts";
import { type Picture, type Prediction, paths, type StartPrediction, stageSide } from "#lib/wire.ts";
import { baseEditOf, beforeOf, isUnderReview, openEditOf, parentOf } from "./base-edit.ts";
import { isFramingName } from "./framing-values.ts";
import type { ShownProject } from "./shown-project.ts";
import { useComposer } from "./use-composer.ts";
import { useEditActions } from "./use-edit-actions.ts";
import { useFraming } from "./use-framing.ts";
import { useGlimpses } from "./use-glimpses.ts";
import { useLead } from "./use-lead.ts";
import { useMask } from "./use-mask.ts";
import { useNotifications } from "./use-notifications.ts";
import { useProjectChanges } from "./use-project-changes.ts";
import { useRun } from "./use-run.ts";
import { useStudioUrl } from "./use-studio-url.ts";
import { useUndo } from "./use-undo.ts";

/** Joins address, project, form and runs: what is seen follows from these four, and everything done goes through here. */
export function useStudio(
  { shown: project, whole }: ShownProject,
  models: readonly ModelEntry[],
  cache: Pick<ProjectAnswer, "change" | "refresh">,
) {
  const t = useTranslations("studio");
  const url = useStudioUrl();
  const changes = useProjectChanges(project, cache);
  const undo = useUndo(project.id);
  const edits = useEditActions({ shown: project, whole, changes, record: undo.record });
  const notices = useNotifications();
  const [status, setStatus] = useState("");
  const [shownRunId, setShownRunId] = useState<string | null>(null);
  /** Runs of this page, with the edit that was open when each began. */
  const begun = useRef(new Map<string, string | null>());

  const open = openEditOf(project, url.editId);
  const openId = useRef<string | null>(null);
  openId.current = open?.id ?? null;
  const base = baseEditOf(project, open);
  const before = beforeOf(project.edits, open, url.beforeId);
  const mask = useMask(project.id, url.mode === "fill" ? (base?.picture ?? null) : null);
  const paintedCount = mask.history?.operations.length ?? 0;
  const composer = useComposer({
    ...{ projectId: project.id, models, mode: url.mode, edits: project.edits, base, pickPicture, takePicture },
    isMaskPainted: mask.hasPaint,
    onDraft: (change) => {
      const painted = isFramingName(change.field) ? { paintedBefore: paintedCount } : {};
      undo.record({ kind: "draft", ...change, atMs: Date.now(), ...painted });
    },
  });
  const { entry } = composer;
  const maskField = entry && maskFieldOf(entry)?.name;
  const framing = useFraming({ entry, picture: url.mode === "fill" ? (base?.picture ?? null) : null, mask, form: composer.form });
  const run = useRun(composer.showFaults);

  const glimpses = useGlimpses(open, project.currentEditId, begun.current);
  useLead(project.predictions, glimpses.near);
  useRunningPredictions(whole, { onArriving: glimpses.arriving, onEnd });

  function onEnd(prediction: Prediction): void {
    glimpses.ended(prediction);
    const openedAt = begun.current.get(prediction.id);
    if (prediction.status !== "stored") {
      setStatus(prediction.status === "failed" ? t("runFailed") : t("runCanceled"));
      if (openedAt !== undefined && prediction.status === "failed") setShownRunId(prediction.id);
      return;
    }
    setStatus(t("runDone"));
    notices.tell(project.name, t("notifyText", { name: String(prediction.inputs.prompt ?? ""), count: prediction.outputs.length }));
    if (openedAt !== undefined) void showResult(prediction, openedAt);
  }

  /** Opens by itself where nothing else was opened meanwhile, and not before all of it can be seen. */
  async function showResult({ outputs: [picture], outputEditIds: [editId] }: Prediction, openedAt: string | null): Promise<void> {
    if (!picture || !editId) return;
    await decodeAhead(paths.thumbnail(picture.id, stageSide));
    if (openedAt === openId.current) openEdit(editId);
  }

  function openEdit(editId: string): void {
    setShownRunId(null);
    url.go({ edit: editId, compare: null, before: null }, "push");
  }

  function keep(editId: string): void {
    url.go({ edit: editId, compare: null, before: null }, "replace");
    if (project.currentEditId && project.currentEditId !== editId)
      undo.record({ kind: "current", before: project.currentEditId, after: editId });
    void changes.keep(editId);
  }

  /** The new edit hangs beside the one it came from, and is what one looks at next. */
  async function blend(editId: string, request: BlendRequest): Promise<void> {
    const edit = await changes.blend(editId, request);
    openEdit(edit.id);
  }

  /** A run beside the form: it is seen and ends like those the form begins. */
  async function enlarge(editId: string, times: EnlargeTimes): Promise<void> {
    setShownRunId(null);
    setStatus(t("runBegun"));
    const openedAt = open?.id ?? null;
    const prediction = await changes.enlarge(editId, times);
    if (!prediction) return;
    begun.current.set(prediction.id, openedAt);
    await changes.show(prediction);
  }

  async function bringIn(picture: Picture, fileName: string): Promise<void> {
    const edit = await changes.addPicture(picture, fileName, { makeCurrent: true });
    if (edit) openEdit(edit.id);
  }

  /** What a mask is painted on is what the stage shows: another picture comes there, with the mask that is its own. */
  function pickPicture(field: string, pictureId: string): void {
    if (entry && maskFieldOf(entry)?.of === field) showPicture(pictureId);
    else composer.form.setValue(field, pictureId);
  }

  function showPicture(pictureId: unknown): void {
    const editId = parentOf(project.edits, base, pictureId);
    const edit = project.edits.find(({ id }) => id === editId);
    if (!edit) return;
    if (isUnderReview(edit, project.currentEditId)) keep(edit.id);
    else openEdit(edit.id);
  }

  function takePicture(field: string, kind: "picture" | "mask", picture: Picture, fileName: string): void {
    const isBase = entry !== undefined && baseField(entry)?.name === field;
    if (kind === "mask") {
      composer.form.setValue(field, writeMask(picture.id, base?.picture.id ?? null));
      return;
    }
    composer.form.setValue(field, isBase ? undefined : picture.id);
    if (isBase) void bringIn(picture, fileName);
    else void changes.addPicture(picture, fileName, { makeCurrent: false });
  }

  /** A picture pasted into the page goes where one is missing, else onto the stage. */
  function placePicture(picture: Picture, fileName: string): void {
    const empty = entry?.fields.find(
      (field) => field.kind === "picture" && field.required && composer.form.values[field.name] === undefined,
    );
    if (empty) takePicture(empty.name, "picture", picture, fileName);
    else void bringIn(picture, fileName);
  }

  /** Answers whether there was something to take back or to do again. */
  function walk(step: UndoStep | undefined, side: "before" | "after"): boolean {
    if (!step) return false;
    if (step.kind === "draft") {
      if (step.task !== url.mode) url.go({ mode: step.task }, "replace");
      composer.restore(step.task, step[side]);
    } else if (step.kind !== "current") {
      edits.repeat(step, side);
    } else if (project.edits.some(({ id }) => id === step[side])) {
      url.go({ edit: step[side], compare: null, before: null }, "replace");
      void changes.keep(step[side]);
    }
    setStatus(t(side === "before" ? "undone" : "redone"));
    return true;
  }

  async function begin(request: StartPrediction, title: string, copy = 0, makeRequest = async () => request): Promise<void> {
    setShownRunId(null);
    setStatus(t("runBegun"));
    const openedAt = open?.id ?? null;
    const prediction = await run.start(makeRequest, title, copy);
    if (!prediction) return;
    begun.current.set(prediction.id, openedAt);
    await changes.show(prediction);
  }

  function startRun(): void {
    if (run.sending.length > 0) return;
    const isPainted = maskField !== undefined && mask.hasPaint && composer.form.values[maskField] === undefined;
    const requests = composer.requests(isPainted ? { [maskField]: "painted" } : {}, framing.partsFor);
    for (const [copy, { request, title }] of (requests ?? []).entries()) {
      if (!isPainted) void begin(request, title, copy);
      else
        void begin(request, title, copy, async () => {
          const { id } = await mask.upload();
          return { ...request, inputs: { ...request.inputs, [maskField]: id } };
        });
    }
  }

  /** Painting replaces a mask that came as a file. */
  function paint(operations: readonly MaskOperation[]): void {
    mask.add(operations);
    if (maskField !== undefined) composer.form.setValue(maskField, undefined);
  }

  /** What was set on the stage and what was painted are taken back in the order they were done. */
  function walkPainted(side: "undo" | "redo"): void {
    const step = undo.next(side);
    const isNext = step?.kind === "draft" && step.paintedBefore === paintedCount;
    if (!isNext) mask[side]();
    else walk(undo[side](), side === "undo" ? "before" : "after");
  }

  function reuse({ model, inputs, frame }: Prediction): void {
    const found = models.find(({ id }) => id === model);
    if (!found) return;
    composer.reuse(found, inputs, frame);
    const masked = maskFieldOf(found)?.of;
    if (masked !== undefined) showPicture(inputs[masked]);
    url.go({ mode: found.task }, "replace");
  }

  /** The same inputs, another seed. */
  function again({ model, inputs, parentEditId, frame }: Prediction): void {
    const seeds = models.find(({ id }) => id === model)?.fields.filter((field) => field.kind === "integer" && field.seed) ?? [];
    const kept = Object.entries(inputs).filter(([name]) => !seeds.some((seed) => seed.name === name));
    const title = models.find(({ id }) => id === model)?.title ?? model;
    const framed = frame && { box: frame.box, ...(isExpanding(frame.expand) ? { expand: frame.expand } : {}) };
    void begin({ projectId: project.id, parentEditId, model, inputs: Object.fromEntries(kept), ...framed }, title);
  }

  const isReview = isUnderReview(open, project.currentEditId);
  return {
    ...{ url, changes, edits, run, composer, status, open, before, isReview, base, mask, maskField, framing: framing.stage },
    ...{ openEdit, keep, blend, enlarge, bringIn, placePicture, startRun, reuse, again, paint },
    undoPainted: () => walkPainted("undo"),
    redoPainted: () => walkPainted("redo"),
    askNotices: notices.ask,
    glimpses: glimpses.board,
    undo: () => walk(undo.undo(), "before"),
    redo: () => walk(undo.redo(), "after"),
    compare: url.compare ?? (isReview ? "slider" : "result"),
    shownRun: project.predictions.find(({ id }) => id === shownRunId),
    showRun: setShownRunId,
  } as const;
}
