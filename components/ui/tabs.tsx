import { type KeyboardEvent, useRef } from "react";
import { joinClasses } from "./join-classes.ts";

interface TabsProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly items: readonly { readonly value: Value; readonly label: string }[];
  /** Id of the element that the tabs change. */
  readonly panelId: string;
  readonly onChange: (value: Value) => void;
}

export function tabId(panelId: string, value: string): string {
  return `${panelId}-tab-${value}`;
}

export function Tabs<Value extends string>({ label, value, items, panelId, onChange }: TabsProps<Value>) {
  const list = useRef<HTMLDivElement>(null);

  function move(event: KeyboardEvent): void {
    const at = items.findIndex((item) => item.value === value);
    const last = items.length - 1;
    const targets: Readonly<Record<string, number>> = {
      ArrowRight: at === last ? 0 : at + 1,
      ArrowLeft: at === 0 ? last : at - 1,
      Home: 0,
      End: last,
    };
    const target = items[targets[event.key] ?? -1];
    if (!target) return;
    event.preventDefault();
    onChange(target.value);
    list.current?.querySelector<HTMLElement>(`[data-value="${target.value}"]`)?.focus();
  }

  return (
    <div ref={list} role="tablist" aria-label={label} className="inline-flex rounded-lg border border-line bg-page p-0.5">
      {items.map((item) => (
        <button
          key={item.value}
          type="button"
          role="tab"
          id={tabId(panelId, item.value)}
          data-value={item.value}
          aria-selected={item.value === value}
          aria-controls={panelId}
          tabIndex={item.value === value ? 0 : -1}
          onClick={() => onChange(item.value)}
          onKeyDown={move}
          className={joinClasses(
            "h-7 rounded-md px-4 font-medium transition-colors max-sm:px-3 pointer-coarse:h-11",
            item.value === value ? "bg-raised text-ink shadow-sm" : "text-dim hover:text-ink",
          )}
        >
          {item.label}
        </button>
      ))}
    </div>
  );
}
