import { WifiOff } from "lucide-react";
import { joinClasses } from "./join-classes.ts";

/** Lies over the page, so that nothing moves when the network comes and goes. */
export function OfflineNote({ text, className }: { readonly text: string; readonly className?: string }) {
  return (
    <p
      role="alert"
      className={joinClasses(
        "flex items-center gap-2 rounded-lg border border-caution bg-panel px-3 py-2 text-caution shadow-lg",
        className,
      )}
    >
      <WifiOff aria-hidden size={16} className="shrink-0" />
      {text}
    </p>
  );
}
