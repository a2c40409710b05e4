/** Which of two pictures words speak of: "the second", "image 2", 图二. */
const second =
  /\b(?:second|2nd|(?:image|picture|photo|number) (?:2|two)|img2|image_2|input_image_2|the other)\b|第二|图2|图二|图片2|图像2|后者|另一/u;
const first = /\b(?:first|1st|(?:image|picture|photo|number) (?:1|one)|img1|image_1|input_image_1)\b|第一|图1|图一|图片1|图像1|前者/u;

/** Which picture the sentence names first; without a name, the first. */
export function firstNamed(text: string): 0 | 1 {
  const one = text.search(first);
  const two = text.search(second);
  return two >= 0 && (one < 0 || two < one) ? 1 : 0;
}

export function namesPicture(text: string): boolean {
  return first.test(text) || second.test(text);
}

export function namesBoth(text: string): boolean {
  return first.test(text) && second.test(text);
}
