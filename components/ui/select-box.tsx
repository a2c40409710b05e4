import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { joinClasses } from "./join-classes.ts";

export function SelectBox({ className, children, ...rest }: ComponentProps<"select">) {
  return (
    <span className={joinClasses("relative inline-flex", className)}>
      <select
        {...rest}
        className="h-control w-full appearance-none rounded-md border border-line bg-page pr-8 pl-3 text-ink enabled:hover:border-edge disabled:opacity-50 aria-invalid:border-danger"
      >
        {children}
      </select>
      <ChevronDown aria-hidden size={14} className="pointer-events-none absolute top-1/2 right-2.5 -translate-y-1/2 text-dim" />
    </span>
  );
}
