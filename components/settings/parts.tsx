/** How the settings page is laid out: parts with a title, and facts in rows. */
import type { ReactNode } from "react";

export function SettingsPart({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title} className="grid gap-3 rounded-lg border border-line bg-panel p-4">
      <h2 className="text-md font-semibold">{title}</h2>
      {children}
    </section>
  );
}

export function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="flex flex-wrap justify-between gap-x-4">
      <dt className="text-dim">{name}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </div>
  );
}
