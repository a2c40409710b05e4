import type { ReactNode } from "react";

/** Captions name code (files, tokens, states), which has no language. */
export function Specimens({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title} className="grid gap-4 border-t border-line pt-6">
      <h2 className="text-md font-semibold">{title}</h2>
      <div className="flex flex-wrap items-start gap-6">{children}</div>
    </section>
  );
}

export function Specimen({ state, children }: { readonly state: string; readonly children: ReactNode }) {
  return (
    <figure className="grid min-w-0 gap-2">
      <div className="flex min-h-control items-center">{children}</div>
      <figcaption className="font-mono text-2xs text-faint">{state}</figcaption>
    </figure>
  );
}
