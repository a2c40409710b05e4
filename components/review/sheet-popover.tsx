"use client";

import { LayoutGrid } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Popover } from "#components/ui/popover.tsx";
import { ProblemNotice } from "#components/ui/problem-notice.tsx";
import { mostOnAPage } from "#lib/client/contact-sheet/lay-out-sheet.ts";
import { makeSheet, type SheetFormat } from "#lib/client/contact-sheet/make-sheet.ts";
import { downloadFile } from "#lib/client/download-file.ts";
import { useAttempt } from "#lib/client/use-attempt.ts";
import type { ComparedEdit } from "./compared.ts";
import { usePictureSources } from "./picture-sources.ts";

interface SheetPopoverProps {
  readonly title: string;
  readonly edits: readonly ComparedEdit[];
  readonly titleOf: (edit: ComparedEdit) => string;
  readonly factsOf: (edit: ComparedEdit) => string;
}

/** All results of the grid on one page to take away, each with what made it. */
export function SheetPopover({ title, edits, titleOf, factsOf }: SheetPopoverProps) {
  const t = useTranslations("sheet");
  const sources = usePictureSources();
  const { isBusy, problem, attempt, forget } = useAttempt();

  async function save(format: SheetFormat): Promise<void> {
    const [first] = edits;
    if (!first) return;
    const pictures = edits.map((edit) => ({
      source: sources.thumbnail(edit.picture.id, 1536),
      // What was asked for stands above all of them; where it was something else, with the picture.
      title: edit.name === title ? titleOf(edit) : `${titleOf(edit)} · ${edit.name}`,
      facts: factsOf(edit),
    }));
    const sheet = await makeSheet({ title, shape: first.picture, pictures }, format);
    const name = `${title.slice(0, 60).replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, "-")} ${t("title")}.${format}`;
    downloadFile(new File([sheet], name, { type: sheet.type }));
  }

  return (
    <Popover
      label={t("title")}
      className="right-0 w-64"
      buttonClassName="flex h-7 items-center gap-1.5 rounded-full border border-line px-2.5 text-dim hover:border-edge hover:text-ink pointer-coarse:h-11"
      button={
        <>
          <LayoutGrid aria-hidden size={12} />
          {t("title")}
        </>
      }
    >
      {() => (
        <div className="grid gap-2 p-1">
          <p className="text-dim">{t("help", { count: edits.length, pages: Math.ceil(edits.length / mostOnAPage) })}</p>
          <div className="grid grid-cols-2 gap-2">
            <Button disabled={isBusy} onClick={() => void attempt(() => save("png"))}>
              PNG
            </Button>
            <Button disabled={isBusy} onClick={() => void attempt(() => save("pdf"))}>
              PDF
            </Button>
          </div>
          {problem && <ProblemNotice problem={problem} onClose={forget} />}
        </div>
      )}
    </Popover>
  );
}
