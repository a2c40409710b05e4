/** Says changes to those who listen instead of looking. */
export function LiveStatus({ text }: { readonly text: string }) {
  return (
    <p role="status" aria-live="polite" className="sr-only">
      {text}
    </p>
  );
}
