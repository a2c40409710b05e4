import { CircleAlert } from "lucide-react";

/** What is wrong with a field, below it. */
export function FieldFault({ text }: { readonly text: string | undefined }) {
  if (!text) return null;
  return (
    <p className="flex items-start gap-1.5 text-danger">
      <CircleAlert aria-hidden size={14} className="mt-0.5 shrink-0" />
      {text}
    </p>
  );
}
