import { type ComponentProps, useLayoutEffect, useRef } from "react";
import { joinClasses } from "./join-classes.ts";

interface GrowingTextProps extends Omit<ComponentProps<"textarea">, "onChange" | "value" | "ref"> {
  readonly value: string;
  readonly onText: (text: string) => void;
}

/** A text area as high as its text, within reason. */
export function GrowingText({ value, onText, className, ...rest }: GrowingTextProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const element = area.current;
    // Measuring lays the whole page out, so it is left to browsers that cannot do it by themselves.
    if (!element || element.value !== value || CSS.supports("field-sizing", "content")) return;
    element.style.height = "auto";
    element.style.height = `${element.scrollHeight + 2}px`;
  }, [value]);
  return (
    <textarea
      {...rest}
      ref={area}
      value={value}
      onChange={(event) => onText(event.currentTarget.value)}
      className={joinClasses(
        "max-h-72 min-h-24 w-full field-sizing-content resize-none overflow-y-auto rounded-md border border-line bg-page px-3 py-2 text-ink enabled:hover:border-edge disabled:opacity-50 aria-invalid:border-danger",
        className,
      )}
    />
  );
}
