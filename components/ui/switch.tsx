import { joinClasses } from "./join-classes.ts";

interface SwitchProps {
  readonly id: string;
  readonly checked: boolean;
  readonly describedBy?: string;
  readonly onChange: (checked: boolean) => void;
}

export function Switch({ id, checked, describedBy, onChange }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      id={id}
      aria-checked={checked}
      aria-describedby={describedBy}
      onClick={() => onChange(!checked)}
      className="grid h-6 w-10 shrink-0 place-items-center pointer-coarse:h-11 pointer-coarse:w-12"
    >
      <span
        aria-hidden
        className={joinClasses(
          "block h-5 w-9 rounded-full border p-0.5 transition-colors",
          checked ? "border-accent bg-accent" : "border-edge bg-page",
        )}
      >
        <span
          className={joinClasses("block size-3.5 rounded-full transition-transform", checked ? "translate-x-4 bg-accent-ink" : "bg-dim")}
        />
      </span>
    </button>
  );
}
