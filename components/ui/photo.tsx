import type { ComponentProps } from "react";
import { joinClasses } from "./join-classes.ts";

interface PhotoProps extends Omit<ComponentProps<"img">, "src" | "alt"> {
  readonly src: string;
  readonly alt: string;
}

/** A picture that fills its frame. Our server makes the sizes, so the framework's own loader would only be weight. */
export function Photo({ alt, className, ...rest }: PhotoProps) {
  return <img alt={alt} decoding="async" loading="lazy" {...rest} className={joinClasses("absolute inset-0 size-full", className)} />;
}
