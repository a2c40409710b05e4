"use client";

import { Ellipsis, type LucideIcon } from "lucide-react";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { Button } from "./button.tsx";
import { joinClasses } from "./join-classes.ts";

export interface MenuItem {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly hint?: string;
  readonly onChoose: () => void;
}

interface MenuProps {
  readonly label: string;
  /** The id of what the menu is for. */
  readonly describedBy?: string;
  readonly isTabStop?: boolean;
  readonly className?: string;
  readonly items: readonly MenuItem[];
}

const gap = 4;

/** Three dots with commands behind them, above everything else, so that no scrolling row cuts them off. */
export function Menu({ label, describedBy, isTabStop = true, className, items }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const panelId = useId();

  /** Under its button where there is room, above it otherwise. */
  function place(): void {
    const [box, own] = [opener.current?.getBoundingClientRect(), panel.current?.getBoundingClientRect()];
    if (!box || !own || !panel.current) return;
    const below = box.bottom + gap;
    const top = below + own.height > window.innerHeight ? Math.max(gap, box.top - gap - own.height) : below;
    const left = Math.min(Math.max(gap, box.right - own.width), window.innerWidth - own.width - gap);
    Object.assign(panel.current.style, { top: `${top}px`, left: `${left}px` });
    panel.current.querySelector("button")?.focus({ preventScroll: true });
  }

  function move(event: KeyboardEvent): void {
    const buttons = [...(panel.current?.querySelectorAll("button") ?? [])];
    const at = document.activeElement instanceof HTMLButtonElement ? buttons.indexOf(document.activeElement) : -1;
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    // What walks by arrows around the menu does not walk while it is open.
    event.stopPropagation();
    if (event.key === "Tab") panel.current?.hidePopover();
    if (step === undefined) return;
    event.preventDefault();
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  }

  return (
    <>
      <button
        ref={opener}
        type="button"
        popoverTarget={panelId}
        aria-haspopup="menu"
        aria-label={label}
        aria-describedby={describedBy}
        title={label}
        tabIndex={isTabStop ? 0 : -1}
        className={joinClasses(
          "grid size-6 place-items-center rounded-md text-dim hover:bg-raised hover:text-ink pointer-coarse:size-11",
          className,
        )}
      >
        <Ellipsis aria-hidden size={14} />
      </button>
      <div
        ref={panel}
        id={panelId}
        popover="auto"
        role="menu"
        aria-label={label}
        onBeforeToggle={(event) => setOpen(event.newState === "open")}
        onToggle={(event) => event.newState === "open" && place()}
        onKeyDown={move}
        className="fixed inset-auto m-0 w-60 rounded-lg border border-line bg-raised p-1.5 text-ink shadow-xl shadow-black/30"
      >
        {isOpen &&
          items.map(({ icon: Icon, label: name, hint, onChoose }) => (
            <Button
              key={name}
              role="menuitem"
              tone="quiet"
              className="flex w-full justify-start"
              onClick={() => {
                panel.current?.hidePopover();
                onChoose();
              }}
            >
              <Icon aria-hidden size={14} />
              <span className="flex-1 text-left">{name}</span>
              {hint && <span className="pl-3 text-xs text-faint">{hint}</span>}
            </Button>
          ))}
      </div>
    </>
  );
}
