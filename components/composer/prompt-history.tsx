"use client";

import { Star } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDeferredValue, useId, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { Popover } from "#components/ui/popover.tsx";
import { ProblemNotice } from "#components/ui/problem-notice.tsx";
import { Switch } from "#components/ui/switch.tsx";
import { type ClientError, toClientError } from "#lib/client/client-error.ts";
import { savePrompt, unsavePrompt, usePrompts } from "#lib/client/use-prompts.ts";
import type { Prompt } from "#lib/wire.ts";

interface PromptHistoryProps {
  readonly text: string;
  readonly onPick: (text: string) => void;
}

/** Words used before and words kept, found again by searching. */
export function PromptHistory({ text, onPick }: PromptHistoryProps) {
  const t = useTranslations("composer");
  return (
    <Popover
      label={t("history")}
      buttonClassName="inline-flex min-h-6 items-center rounded-md px-1 text-xs text-faint hover:text-ink pointer-coarse:min-h-11"
      button={t("openHistory")}
      className="right-0 w-76 max-w-[calc(100vw-2.5rem)]"
    >
      {(close) => (
        <PromptList
          text={text}
          onPick={(picked) => {
            onPick(picked);
            close();
          }}
        />
      )}
    </Popover>
  );
}

function PromptList({ text, onPick }: PromptHistoryProps) {
  const t = useTranslations("composer");
  const switchId = useId();
  const [typed, setTyped] = useState("");
  const [savedOnly, setSavedOnly] = useState(false);
  const [problem, setProblem] = useState<ClientError | null>(null);
  const search = useDeferredValue(typed.trim());
  const { prompts, error, hasMore, loadMore, refresh } = usePrompts({ search, savedOnly, isWanted: true });
  const words = text.trim();
  const isKept = prompts?.some((prompt) => prompt.isSaved && prompt.text === words);

  async function change(work: Promise<unknown>): Promise<void> {
    try {
      await work;
      setProblem(null);
    } catch (failure) {
      setProblem(toClientError(failure));
    }
    refresh();
  }

  const toggle = (prompt: Prompt) => change(prompt.isSaved ? unsavePrompt(prompt.id) : savePrompt(prompt.text));
  return (
    <div className="grid gap-1.5">
      <input
        type="search"
        aria-label={t("searchHistory")}
        placeholder={t("searchHistory")}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
        className="h-control w-full rounded-md border border-line bg-page px-2.5"
      />
      <div className="flex min-h-6 items-center justify-between gap-2 px-1 text-xs">
        <span className="flex items-center gap-1.5">
          <Switch id={switchId} checked={savedOnly} onChange={setSavedOnly} />
          <label htmlFor={switchId} className="text-dim">
            {t("savedOnly")}
          </label>
        </span>
        {words !== "" && !isKept && (
          <Button tone="quiet" className="h-7 px-2 text-xs" onClick={() => void change(savePrompt(words))}>
            {t("saveWords")}
          </Button>
        )}
      </div>
      {(problem ?? error) && <ProblemNotice problem={(problem ?? error) as ClientError} />}
      <ul className="grid max-h-72 gap-0.5 overflow-y-auto">
        {prompts?.map((prompt) => (
          <li key={prompt.id} className="flex items-start gap-0.5">
            <button
              type="button"
              title={prompt.text}
              onClick={() => onPick(prompt.text)}
              className="min-h-8 min-w-0 flex-1 rounded-md px-2 py-1 text-left text-ink hover:bg-page pointer-coarse:min-h-11"
            >
              <span className="line-clamp-2 wrap-anywhere">{prompt.text}</span>
            </button>
            <IconButton
              small
              icon={Star}
              label={t(prompt.isSaved ? "unsave" : "save", { text: prompt.text.slice(0, 60) })}
              aria-pressed={prompt.isSaved}
              onClick={() => void toggle(prompt)}
              tone={prompt.isSaved ? "accent" : "dim"}
              className={joinClasses("mt-1", prompt.isSaved && "[&_svg]:fill-current")}
            />
          </li>
        ))}
      </ul>
      {prompts?.length === 0 && <p className="px-2 pb-1 text-dim">{t(search === "" ? "noHistory" : "notInHistory")}</p>}
      {hasMore && (
        <Button tone="quiet" onClick={loadMore}>
          {t("olderWords")}
        </Button>
      )}
    </div>
  );
}
