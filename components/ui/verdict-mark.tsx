import { MessageSquare, PenLine, ThumbsUp } from "lucide-react";
import { useTranslations } from "next-intl";
import type { RemarkMark } from "#lib/client/use-shares.ts";
import { joinClasses } from "./join-classes.ts";

const icons = { approved: ThumbsUp, changes: PenLine, remarks: MessageSquare } as const satisfies Record<RemarkMark, unknown>;

/** What was said about a picture, in its corner. Stands on pictures of every colour, so it does not follow the theme. */
export function VerdictMark({ mark, className }: { readonly mark: RemarkMark; readonly className?: string }) {
  const t = useTranslations("share");
  const Icon = icons[mark];
  return (
    <span className={joinClasses("grid size-5 place-items-center rounded-full bg-black/75 text-white", className)}>
      <Icon aria-hidden size={12} />
      <span className="sr-only">{mark === "remarks" ? t("hasRemarks") : t(`verdict.${mark}`)}</span>
    </span>
  );
}
