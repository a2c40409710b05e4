import Link from "next/link";
import type { ComponentProps } from "react";
import { buttonClass, type Tone } from "./button.tsx";

export function ButtonLink({ tone, className, ...rest }: ComponentProps<typeof Link> & Tone) {
  return <Link {...rest} className={buttonClass(tone, className)} />;
}
