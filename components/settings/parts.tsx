/** How the settings page is laid out: parts with a title, and facts in rows. */
import type { ReactNode } from "react";

export function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="flex flex-wrap justify-between gap-x-4">
      <dt className="text-dim">{name}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </div>
  );
}
