/** Field pieces that several models share, so that a range or a sentence stands once. */
import type { ChoiceField, MaskField, NumberField, PictureField, PictureMime, Text, TextField, ToggleField } from "./model.ts";

export const text = (en: string, zh: string): Text => ({ en, "zh-CN": zh });

const pictureMimes: readonly PictureMime[] = ["image/jpeg", "image/png", "image/gif", "image/webp"];

export function promptField(help: Text): TextField {
  return { kind: "text", name: "prompt", label: text("Prompt", "提示词"), help, required: true, long: true };
}

export function pictureField(
  name: string,
  label: Text,
  help: Text,
  options: Pick<PictureField, "required" | "setsShape"> = {},
): PictureField {
  return { kind: "picture", name, label, help, accept: pictureMimes, ...options };
}

export function maskField(of: string): MaskField {
  return {
    kind: "mask",
    name: "mask",
    of,
    label: text("Mask", "蒙版"),
    help: text("White is repainted, black is kept, grey is blended.", "白色区域会被重绘，黑色区域保留，灰色区域按深浅混合。"),
    required: true,
  };
}

export function seedOf(options: { readonly zeroIsRandom: boolean }): NumberField {
  return {
    kind: "integer",
    name: "seed",
    label: text("Seed", "种子"),
    help: text(
      "The same seed and inputs give a similar picture again. Leave it empty for a new one.",
      "相同的种子与参数会得到相近的画面；留空则每次不同。",
    ),
    seed: options,
  };
}

export function ratioField(options: readonly string[], initial: string): ChoiceField {
  return {
    kind: "choice",
    name: "aspect_ratio",
    label: text("Aspect ratio", "宽高比"),
    help: text("The shape of the result.", "结果画面的形状。"),
    options,
    default: initial,
  };
}

export function formatField(options: readonly string[], initial: string): ChoiceField {
  return {
    kind: "choice",
    name: "output_format",
    label: text("File format", "文件格式"),
    help: text("PNG loses nothing; JPG and WebP are smaller.", "PNG 无损；JPG 与 WebP 更小。"),
    options,
    default: initial,
  };
}

export const qualityField: NumberField = {
  kind: "integer",
  name: "output_quality",
  label: text("Quality", "图像质量"),
  help: text("Of the saved JPG or WebP, 100 is best. PNG does not use it.", "保存 JPG 或 WebP 时的质量，100 为最佳；PNG 不受影响。"),
  min: 0,
  max: 100,
  default: 80,
};

export const outputsField: NumberField = {
  kind: "integer",
  name: "num_outputs",
  label: text("Variants", "张数"),
  help: text(
    "How many pictures one run makes; fewer may come back when some are held back.",
    "一次生成几张；若部分被过滤，返回的可能更少。",
  ),
  min: 1,
  max: 4,
  default: 1,
};

export function stepsField(range: {
  readonly name?: string;
  readonly min: number;
  readonly max: number;
  readonly initial: number;
}): NumberField {
  return {
    kind: "integer",
    name: range.name ?? "num_inference_steps",
    label: text("Steps", "推理步数"),
    help: text("More steps draw finer and take longer.", "步数越多越精细，耗时也越长。"),
    min: range.min,
    max: range.max,
    default: range.initial,
  };
}

export function guidanceField(range: { readonly min: number; readonly max: number; readonly initial: number }): NumberField {
  return {
    kind: "number",
    name: "guidance",
    label: text("Guidance", "引导强度"),
    help: text("How closely the picture follows the words; lower leaves more freedom.", "画面贴合文字的程度；数值越低越自由。"),
    min: range.min,
    max: range.max,
    default: range.initial,
  };
}

export const fastField: ToggleField = {
  kind: "toggle",
  name: "go_fast",
  label: text("Fast", "快速模式"),
  help: text(
    "Faster, slightly coarser on hard prompts, and not repeatable even with a seed.",
    "更快；难的提示词质量略降，且即使给定种子也无法完全复现。",
  ),
  default: true,
};

export const upsamplingField: ToggleField = {
  kind: "toggle",
  name: "prompt_upsampling",
  label: text("Improve the prompt", "自动润色提示词"),
  help: text("Lets the provider rewrite the prompt before it draws.", "由服务方在绘制前改写提示词。"),
  default: false,
};

export function toleranceField(range: { readonly min: number; readonly max: number }, cap?: NumberField["capWith"]): NumberField {
  return {
    kind: "integer",
    name: "safety_tolerance",
    label: text("Safety tolerance", "安全容差"),
    help: text(`${range.min} is strictest, ${range.max} most permissive.`, `${range.min} 最严格，${range.max} 最宽松。`),
    min: range.min,
    max: range.max,
    default: 2,
    ...(cap ? { capWith: cap } : {}),
  };
}

/** Known to the models and never offered: it switches the provider's own check off. */
export const safetyCheckerField: ToggleField = {
  kind: "toggle",
  name: "disable_safety_checker",
  label: text("No safety check", "关闭安全检查"),
  help: text("Switches the provider's check of the results off.", "关闭服务方对结果的检查。"),
  default: false,
  hidden: true,
};

export const megapixelsField: ChoiceField = {
  kind: "choice",
  name: "megapixels",
  label: text("Megapixels", "像素数"),
  help: text("About how many million pixels the result has.", "结果大约有多少百万像素。"),
  options: ["1", "0.25"],
  default: "1",
};

export function customSide(name: "width" | "height"): NumberField {
  return {
    kind: "integer",
    name,
    label: name === "width" ? text("Width", "宽度") : text("Height", "高度"),
    help: text("In pixels, a multiple of 32.", "单位像素，须为 32 的倍数。"),
    min: 256,
    max: 1440,
    multipleOf: 32,
    onlyWhen: { field: "aspect_ratio", equals: "custom" },
  };
}

export const kontextRatios = [
  "match_input_image",
  "1:1",
  "16:9",
  "9:16",
  "4:3",
  "3:4",
  "3:2",
  "2:3",
  "4:5",
  "5:4",
  "21:9",
  "9:21",
  "2:1",
  "1:2",
] as const;
export const proRatios = ["custom", "1:1", "16:9", "3:2", "2:3", "4:5", "5:4", "9:16", "3:4", "4:3"] as const;
export const devRatios = ["1:1", "16:9", "21:9", "3:2", "2:3", "4:5", "5:4", "3:4", "4:3", "9:16", "9:21"] as const;
export const threeFormats = ["webp", "jpg", "png"] as const;
export const twoFormats = ["jpg", "png"] as const;
