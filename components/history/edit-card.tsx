"use client";

import { Check, Star } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { NameField } from "#components/ui/name-field.tsx";
import { Photo } from "#components/ui/photo.tsx";
import { VerdictMark } from "#components/ui/verdict-mark.tsx";
import { useMayChange } from "#lib/client/may-change.tsx";
import type { RemarkMark } from "#lib/client/use-shares.ts";
import { type Edit, paths } from "#lib/wire.ts";
import { cardFrame, cardName } from "./card-look.ts";
import type { EditActions } from "./edit-actions.ts";
import { EditMenu } from "./edit-menu.tsx";

interface EditCardProps {
  readonly edit: Edit;
  /** Empty for what no model made. */
  readonly modelTitle: string;
  readonly isOpen: boolean;
  readonly isCurrent: boolean;
  /** What those said who came by a link. */
  readonly mark?: RemarkMark | undefined;
  /** False where arrows move between the cards. */
  readonly isTabStop?: boolean;
  /** Came while nobody looked. */
  readonly isNew: boolean;
  readonly actions: EditActions;
  readonly onOpen: () => void;
}

const corner = "absolute grid size-5 place-items-center rounded-full bg-black/75 text-white";

export function EditCard({ edit, modelTitle, isOpen, isCurrent, mark, isTabStop = true, isNew, actions, onOpen }: EditCardProps) {
  const t = useTranslations("history");
  const notesId = useId();
  const nameId = useId();
  const mayChange = useMayChange();
  const { name, starred } = edit;
  const fullName = modelTitle === "" ? name : `${name} · ${modelTitle}`;
  const isNaming = actions.namingId === edit.id;
  return (
    <div className="group relative">
      <button
        type="button"
        aria-current={isOpen}
        aria-describedby={notesId}
        title={fullName}
        tabIndex={isTabStop ? 0 : -1}
        onClick={onOpen}
        className="grid gap-1 rounded-md text-left"
      >
        <span className={`${cardFrame} border-2 ${isOpen ? "border-accent" : "border-line group-hover:border-edge"}`}>
          <Photo src={paths.thumbnail(edit.picture.id, 256)} alt="" className="object-cover" />
          {isNew && <span className="absolute top-1.5 left-1.5 size-3 rounded-full border-2 border-page bg-accent" />}
          {mark && <VerdictMark mark={mark} className="absolute top-1 right-1" />}
          {starred && (
            <span className={`${corner} bottom-1 left-1`}>
              <Star aria-hidden size={12} className="fill-current" />
            </span>
          )}
          {isCurrent && (
            <span className={`${corner} right-1 bottom-1`}>
              <Check aria-hidden size={12} />
              <span className="sr-only">{t("current")}</span>
            </span>
          )}
        </span>
        <span id={nameId} className={`${cardName} ${isNaming ? "invisible" : ""} ${isOpen ? "text-ink" : "text-dim"}`}>
          {name}
          {modelTitle !== "" && <span aria-hidden> · {modelTitle}</span>}
        </span>
      </button>
      <span id={notesId} hidden>
        {[isNew && t("new"), starred && t("starred")].filter(Boolean).join(", ")}
      </span>
      {isNaming && (
        <NameField
          label={t("newName", { name })}
          name={name}
          className="absolute inset-x-0 bottom-0 h-6 w-32 px-1 text-xs -outline-offset-2"
          onName={(next) => actions.rename(edit, next)}
          onClose={() => actions.startNaming(null)}
        />
      )}
      {mayChange && <EditMenu edit={edit} nameId={nameId} isTabStop={isTabStop} actions={actions} />}
    </div>
  );
}
