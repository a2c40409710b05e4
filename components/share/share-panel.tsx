"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { OnceShown } from "#components/ui/once-shown.tsx";
import { ProblemNotice } from "#components/ui/problem-notice.tsx";
import { SelectBox } from "#components/ui/select-box.tsx";
import { useAttempt } from "#lib/client/use-attempt.ts";
import { useShares } from "#lib/client/use-shares.ts";
import { type Lifetime, lifetimes } from "#lib/review-wire.ts";
import { type Edit, type Project, paths } from "#lib/wire.ts";
import { useRemarksDesk } from "./remarks-desk.tsx";
import { ShareList } from "./share-list.tsx";
import { TeamSight } from "./team-sight.tsx";

interface SharePanelProps {
  readonly project: Project;
  readonly edit: Edit | null;
  readonly onOpen: (editId: string) => void;
}

/** Makes links, shows their address once, and says of each how it stands. */
export default function SharePanel({ project, edit, onOpen }: SharePanelProps) {
  const t = useTranslations("share");
  const remarks = useRemarksDesk();
  const { shares, error, create, revoke } = useShares(project.id);
  const [isWhole, setWhole] = useState(edit === null);
  const [lifetime, setLifetime] = useState<Lifetime>("week");
  const [address, setAddress] = useState<string | null>(null);
  const { isBusy, problem, attempt, forget } = useAttempt();
  const [whatId, lifetimeId] = [useId(), useId()];

  function openRemarks(editId: string): void {
    onOpen(editId);
    remarks.show(true);
  }

  const make = () =>
    attempt(async () => {
      const { token } = await create({ editId: isWhole ? null : (edit?.id ?? null), lifetime });
      setAddress(`${window.location.origin}${paths.reviewPage(token)}`);
    });

  const shown = problem ?? error;
  return (
    <div className="grid gap-3 p-2">
      <TeamSight project={project} />
      <p className="text-xs text-dim">{t("help")}</p>
      <div className="grid gap-1">
        <label htmlFor={whatId} className="text-dim">
          {t("what")}
        </label>
        <SelectBox id={whatId} value={isWhole ? "project" : "edit"} onChange={(event) => setWhole(event.currentTarget.value === "project")}>
          {edit && <option value="edit">{t("thisEdit")}</option>}
          <option value="project">{t("wholeProject")}</option>
        </SelectBox>
      </div>
      <div className="grid gap-1">
        <label htmlFor={lifetimeId} className="text-dim">
          {t("lifetime")}
        </label>
        <SelectBox
          id={lifetimeId}
          value={lifetime}
          onChange={({ currentTarget }) => setLifetime(lifetimes.find((one) => one === currentTarget.value) ?? "week")}
        >
          {lifetimes.map((one) => (
            <option key={one} value={one}>
              {t(`lifetimes.${one}`)}
            </option>
          ))}
        </SelectBox>
      </div>
      <Button tone="primary" disabled={isBusy} onClick={() => void make()}>
        {t(isBusy ? "creating" : "create")}
      </Button>
      {address && <OnceShown key={address} label={t("address")} text={address} help={t("once")} />}
      {shown && <ProblemNotice problem={shown} onClose={forget} />}
      {shares && <ShareList shares={shares} edits={project.edits} onOpen={openRemarks} onRevoke={(id) => void attempt(() => revoke(id))} />}
    </div>
  );
}
