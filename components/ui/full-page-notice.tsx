import type { ReactNode } from "react";

export function FullPageNotice({
  title,
  text,
  children,
}: {
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
}) {
  return (
    <main className="grid min-h-svh place-items-center p-6">
      <div className="grid max-w-md justify-items-center gap-3 text-center">
        <h1 className="text-xl font-semibold">{title}</h1>
        <p className="text-dim">{text}</p>
        {children && <div className="mt-2 flex flex-wrap justify-center gap-2">{children}</div>}
      </div>
    </main>
  );
}
