import { ChevronLeft } from "lucide-react";
import { Mark } from "./mark.tsx";
import { PageLink } from "./page-link.tsx";

/** The way back to the desk, at the beginning of a bar. */
export function HomeLink({ label }: { readonly label: string }) {
  return (
    <PageLink
      href="/"
      aria-label={label}
      title={label}
      className="flex h-control min-w-control shrink-0 items-center gap-1 rounded-md pr-1 text-dim hover:bg-raised hover:text-ink"
    >
      <ChevronLeft aria-hidden size={16} />
      <Mark />
    </PageLink>
  );
}
