"use client";

import { useTranslations } from "next-intl";
import { CommandPalette, HelpSheet } from "#components/commands/overlays.tsx";
import type { PaletteItem } from "#components/commands/search-items.ts";
import { useMayChange } from "#lib/client/may-change.tsx";
import { ClosesEarly, onDemand, useLoadAhead } from "#lib/client/on-demand.tsx";
import type { ModelEntry } from "#lib/models/model.ts";
import type { Edit, Prediction, Project } from "#lib/wire.ts";
import { ApplySteps } from "./apply-steps.tsx";
import { DeletedNotice } from "./deleted-notice.tsx";
import type { useStudio } from "./use-studio.ts";
import type { StudioOverlay } from "./use-studio-keys.ts";

/** What stands over the page comes only when it is called for. */
const TreeView = onDemand(() => import("#components/history/tree-view.tsx"), ClosesEarly);
const MadeBy = onDemand(() => import("#components/history/made-by.tsx"), ClosesEarly);
const ahead = [CommandPalette, HelpSheet, TreeView, MadeBy];

interface StudioOverlaysProps {
  readonly shown: StudioOverlay | null;
  readonly studio: ReturnType<typeof useStudio>;
  readonly project: Project;
  readonly models: readonly ModelEntry[];
  readonly maker: Prediction | undefined;
  readonly titleOf: (edit: Edit) => string;
  readonly newIds: ReadonlySet<string>;
  readonly onClose: () => void;
}

export function StudioOverlays(props: StudioOverlaysProps) {
  const { shown, studio, project, models, maker, titleOf, newIds, onClose } = props;
  const { open, edits, composer, openEdit } = studio;
  const t = useTranslations("shortcuts");
  const mayChange = useMayChange();
  useLoadAhead(ahead);
  const applying = project.edits.find(({ id }) => id === edits.actions.applyingId);
  if (applying)
    return <ApplySteps edit={applying} edits={project.edits} models={models} onClose={() => edits.actions.startApplying(null)} />;
  if (shown === "help") return <HelpSheet onClose={onClose} />;
  if (shown === "tree") {
    return (
      <TreeView
        edits={project.edits}
        openId={open?.id ?? null}
        currentId={project.currentEditId}
        titleOf={titleOf}
        actions={edits.actions}
        newIds={newIds}
        notice={<DeletedNotice edits={edits} className="absolute inset-x-0 bottom-4 mx-auto" />}
        onOpen={openEdit}
        onClose={onClose}
      />
    );
  }
  if (shown === "made-by" && maker && open) {
    return (
      <MadeBy
        edit={open}
        prediction={maker}
        model={models.find(({ id }) => id === maker.model)}
        onApply={
          mayChange
            ? () => {
                onClose();
                edits.actions.startApplying(open);
              }
            : null
        }
        onClose={onClose}
      />
    );
  }
  if (shown !== "palette") return null;
  const makers = new Map(project.predictions.map((prediction) => [prediction.id, prediction]));
  /** The words that made it, where it is called otherwise. */
  const promptOf = ({ name, predictionId }: Edit) => {
    const prompt = makers.get(predictionId ?? "")?.inputs.prompt;
    return typeof prompt === "string" && prompt !== name ? prompt : "";
  };
  const places: readonly PaletteItem[] = [
    ...(mayChange ? composer.taskModels : []).map(({ id, title }) => ({
      id,
      name: t("useModel", { name: title }),
      hint: "",
      perform: () => composer.setModel(id),
    })),
    ...project.edits.toReversed().map((edit) => ({
      id: edit.id,
      name: t("openEdit", { name: edit.name }),
      note: promptOf(edit),
      hint: "",
      perform: () => openEdit(edit.id),
    })),
  ];
  return <CommandPalette places={places} projectId={project.id} onClose={onClose} />;
}
