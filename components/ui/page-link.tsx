"use client";

import { useRouter } from "next/navigation";
import { type ComponentProps, type MouseEvent, startTransition } from "react";

interface PageLinkProps extends ComponentProps<"a"> {
  readonly href: string;
}

/** A way to another of our pages without loading everything anew; the framework's own link would be a tenth of the desk. */
export function PageLink({ href, onClick, onPointerEnter, onFocus, ...rest }: PageLinkProps) {
  const router = useRouter();

  function go(event: MouseEvent<HTMLAnchorElement>): void {
    onClick?.(event);
    if (event.defaultPrevented || isForTheBrowser(event)) return;
    event.preventDefault();
    startTransition(() => router.push(href));
  }

  return (
    <a
      {...rest}
      href={href}
      onClick={go}
      onPointerEnter={(event) => {
        onPointerEnter?.(event);
        router.prefetch(href);
      }}
      onFocus={(event) => {
        onFocus?.(event);
        router.prefetch(href);
      }}
    />
  );
}

/** A new tab, a new window, a download: whoever presses these keys wants the browser's own way. */
function isForTheBrowser({ metaKey, ctrlKey, shiftKey, altKey, button }: MouseEvent): boolean {
  return metaKey || ctrlKey || shiftKey || altKey || button !== 0;
}
