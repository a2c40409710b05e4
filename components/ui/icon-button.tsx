import type { LucideIcon } from "lucide-react";
import type { ComponentProps } from "react";
import { joinClasses } from "./join-classes.ts";

interface IconButtonProps extends Omit<ComponentProps<"button">, "aria-label"> {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly small?: boolean;
  /** Given by a prop and not by a class: of two classes for one colour the sheet decides, not their order. */
  readonly tone?: IconTone;
}

export type IconTone = "dim" | "faint" | "accent";
const tones: Readonly<Record<IconTone, string>> = { dim: "text-dim", faint: "text-faint", accent: "text-accent-text" };

/** A button that shows only a picture and says its name to those who cannot see it, and on hover. */
export function IconButton({ icon: Icon, label, small, tone = "dim", className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      title={label}
      {...rest}
      aria-label={label}
      className={joinClasses(
        "inline-grid shrink-0 place-items-center rounded-md transition-colors enabled:hover:bg-raised enabled:hover:text-ink disabled:opacity-50",
        tones[tone],
        small ? "size-6 pointer-coarse:size-11" : "size-control",
        className,
      )}
    >
      <Icon aria-hidden size={small ? 14 : 16} />
    </button>
  );
}
