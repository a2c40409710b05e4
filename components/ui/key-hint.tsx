export function KeyHint({ children }: { readonly children: string }) {
  return (
    <kbd aria-hidden className="rounded border border-current/30 px-1.5 font-sans text-2xs leading-4 opacity-80 pointer-coarse:hidden">
      {children}
    </kbd>
  );
}
