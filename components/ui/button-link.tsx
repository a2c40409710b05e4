import type { ComponentProps } from "react";
import { buttonClass, type Tone } from "./button.tsx";
import { PageLink } from "./page-link.tsx";

export function ButtonLink({ tone, className, ...rest }: ComponentProps<typeof PageLink> & Tone) {
  return <PageLink {...rest} className={buttonClass(tone, className)} />;
}
