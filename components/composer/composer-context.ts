/** What the controls of the form need from the room around them; given once instead of through every row. */
import { createContext, useContext } from "react";
import type { FieldFault } from "#lib/errors.ts";
import type { Inputs, InputValue, Task } from "#lib/models/model.ts";
import type { Edit, Picture } from "#lib/wire.ts";

export interface ComposerForm {
  readonly projectId: string;
  readonly task: Task;
  /** What will be sent: what was typed where this model can take it, else its own. */
  readonly values: Inputs;
  readonly typed: Inputs;
  readonly faults: readonly FieldFault[];
  readonly edits: readonly Edit[];
  readonly basePictureId: string | null;
  /** A mask was painted on the stage, and counts where none was uploaded. */
  readonly isMaskPainted: boolean;
  /** The canvas the picture grows to, whose new border needs no mask; null where it stays as it is. */
  readonly grownTo: { readonly width: number; readonly height: number } | null;
  setValue(name: string, value: InputValue | undefined): void;
  /** A picture of the project, chosen for a slot of the form. */
  pickPicture(field: string, pictureId: string): void;
  /** A picture that came in through a slot of the form. */
  takePicture(field: string, kind: "picture" | "mask", picture: Picture, fileName: string): void;
}

export const ComposerFormContext = createContext<ComposerForm | null>(null);

export function useComposerForm(): ComposerForm {
  const form = useContext(ComposerFormContext);
  if (!form) throw new Error("Expected a composer around this field but found none");
  return form;
}
