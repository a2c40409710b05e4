"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { ProblemNotice } from "#components/ui/problem-notice.tsx";
import { SelectBox } from "#components/ui/select-box.tsx";
import { type ClientError, toClientError } from "#lib/client/client-error.ts";
import { useShares } from "#lib/client/use-shares.ts";
import { type Lifetime, lifetimes } from "#lib/review-wire.ts";
import { type Edit, type Project, paths } from "#lib/wire.ts";
import { useRemarksDesk } from "./remarks-desk.tsx";
import { ShareList } from "./share-list.tsx";

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
  const [isBusy, setBusy] = useState(false);
  const [address, setAddress] = useState<string | null>(null);
  const [problem, setProblem] = useState<ClientError | null>(null);
  const [whatId, lifetimeId] = [useId(), useId()];

  async function attempt(work: () => Promise<void>): Promise<void> {
    setBusy(true);
    setProblem(null);
    await work().catch((failure: unknown) => setProblem(toClientError(failure)));
    setBusy(false);
  }

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
      {address && <NewAddress key={address} address={address} />}
      {shown && <ProblemNotice problem={shown} onClose={() => setProblem(null)} />}
      {shares && <ShareList shares={shares} edits={project.edits} onOpen={openRemarks} onRevoke={(id) => void attempt(() => revoke(id))} />}
    </div>
  );
}

function NewAddress({ address }: { readonly address: string }) {
  const t = useTranslations("share");
  const [isCopied, setCopied] = useState(false);
  const fieldId = useId();
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(address);
      setCopied(true);
    } catch {
      // Without leave to write there, the address is selected to be copied by hand.
      const field = document.getElementById(fieldId);
      if (field instanceof HTMLInputElement) field.select();
    }
  }
  return (
    <div role="status" className="grid gap-1.5 rounded-lg border border-line bg-page p-2">
      <p className="text-xs">{t("once")}</p>
      <div className="flex gap-2">
        <input
          id={fieldId}
          readOnly
          aria-label={t("address")}
          value={address}
          onFocus={(event) => event.currentTarget.select()}
          className="h-control min-w-0 flex-1 rounded-md border border-line bg-panel px-2 font-mono text-xs text-ink"
        />
        <Button onClick={() => void copy()}>{t(isCopied ? "copied" : "copy")}</Button>
      </div>
    </div>
  );
}
