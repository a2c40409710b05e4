/**
 * What the catalogue says about a model. An entry is plain data (it can be written as JSON), so that the form, the
 * check, the request body and the facade all read the same lines, in the browser and on the server.
 */
export type Language = "en" | "zh-CN";
export type Text = Readonly<Record<Language, string>>;
export type Task = "edit" | "fill" | "combine" | "generate";
export type PictureMime = "image/jpeg" | "image/png" | "image/webp" | "image/gif";

interface FieldBase {
  readonly name: string;
  readonly label: Text;
  readonly help: Text;
  readonly required?: true;
  /** Known to the model and accepted by the facade, but not offered in the form. */
  readonly hidden?: true;
  /** The field has a meaning only when another one has this value; otherwise it is neither shown nor sent. */
  readonly onlyWhen?: { readonly field: string; readonly equals: string | number | boolean };
}

export interface TextField extends FieldBase {
  readonly kind: "text";
  readonly long?: true;
}
export interface NumberField extends FieldBase {
  readonly kind: "integer" | "number";
  readonly min?: number;
  readonly max?: number;
  readonly default?: number;
  readonly multipleOf?: number;
  /** The highest value allowed once another field is filled. */
  readonly capWith?: { readonly field: string; readonly max: number };
  /** A seed: left out, one is drawn and recorded. Where the model reads 0 as "random", 0 is never sent. */
  readonly seed?: { readonly zeroIsRandom: boolean };
}
export interface ChoiceField extends FieldBase {
  readonly kind: "choice";
  readonly options: readonly string[];
  /** What the model takes when the field is left out. */
  readonly default: string;
  /** What our form proposes instead. */
  readonly proposed?: string;
}
export interface ToggleField extends FieldBase {
  readonly kind: "toggle";
  readonly default: boolean;
}
export interface PictureField extends FieldBase {
  readonly kind: "picture";
  readonly accept: readonly PictureMime[];
  /** The result takes this picture's shape, whatever ratio is asked for. */
  readonly setsShape?: true;
}
/** White is repainted, black is kept; it belongs to the picture in the field `of` and has that picture's size. */
export interface MaskField extends FieldBase {
  readonly kind: "mask";
  readonly of: string;
}

export type Field = TextField | NumberField | ChoiceField | ToggleField | PictureField | MaskField;
export type FieldKind = Field["kind"];

export type Size = readonly [width: number, height: number];

/** How a picture is fitted before it is sent, so that the model has no reason to resample it. */
export type WorkingSize =
  /** Scaled down (never up) until it fits; each side then floored to the multiple. */
  | { readonly rule: "fit"; readonly maxSide: number; readonly maxPixels?: number; readonly multipleOf: number }
  /** The model knows only these sizes and stretches to the one nearest in shape: so do we. */
  | { readonly rule: "preferred"; readonly sizes: readonly Size[] }
  /** As it is stored, whatever its size, with what shows through; only our own engine takes pictures so. */
  | { readonly rule: "own" };

export interface ModelEntry {
  /** "owner/name", as in the address of the API. */
  readonly id: string;
  readonly title: string;
  readonly task: Task;
  readonly purpose: Text;
  readonly fields: readonly Field[];
  readonly output: { readonly shape: "one" | "list"; readonly max: number };
  readonly workingSize: WorkingSize;
  /** What the model paints for a ratio, where that is known. */
  readonly sizesByRatio?: Readonly<Record<string, Size>>;
  /** Per picture; null where no price is known. A deployment may override it. */
  readonly priceUsd: number | null;
  /** Our estimate, not a promise of any provider. */
  readonly usualSeconds: readonly [from: number, to: number];
}

/** Checked values. A picture field holds a picture's id; a field that was left out is absent. */
export type InputValue = string | number | boolean;
export type Inputs = Readonly<Record<string, InputValue>>;
