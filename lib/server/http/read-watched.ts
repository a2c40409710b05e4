/** `?watch=<id>.<version>,…`: which predictions are watched, and what is known of each. */
import { invalidInput } from "#lib/errors.ts";
import { mostWatched } from "#lib/wire.ts";

const form = /^(prd_\w{1,64})\.(\d{1,15})$/;

export function readWatched(request: Request): readonly { readonly id: string; readonly after: number }[] {
  const parts = (new URL(request.url).searchParams.get("watch") ?? "").split(",");
  if (parts.length > mostWatched)
    throw refuse("number_lte", `Expected at most ${mostWatched} predictions for watch but received ${parts.length}`);
  return parts.map((part) => {
    const [, id, version] = form.exec(part) ?? [];
    if (id === undefined) throw refuse("format", `Expected <id>.<version>,… for watch but received "${part.slice(0, 80)}"`);
    return { id, after: Number(version) };
  });
}

function refuse(rule: "number_lte" | "format", message: string) {
  return invalidInput({ field: "watch", rule, message });
}
