import type { ReactNode } from "react";

export function SectionPanel({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title} className="grid gap-3 rounded-lg border border-line bg-panel p-4">
      <h2 className="text-md font-semibold">{title}</h2>
      {children}
    </section>
  );
}
