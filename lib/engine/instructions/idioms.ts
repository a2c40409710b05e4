/** Ways of speaking that name no operation: what designers say, in the words of what it comes to. */
const hue = "(red|blue|green|yellow|orange|purple|pink|brown|gold|cyan|teal)s?";
const eases = "(?:calm|dial|pull|tone|turn|bring|take)";
const back = "(?:back|down)(?: a notch| a bit)?";

const idioms: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`\\b(?:push|pump up|bump up|deepen) the ${hue}\\b`, "gu"), "more $1"],
  [new RegExp(`\\b${eases} the ${hue} ${back}\\b`, "gu"), "less $1"],
  [new RegExp(`\\b${eases} ${back} the ${hue}\\b`, "gu"), "less $1"],
  [/\b(?:give it|add|needs?|inject|put in) (?:some |a bit of |more )*life\b/gu, "more contrast, vibrant"],
  [/^\s*(?:it )?(?:looks?|feels?|seems?|is) (?:a bit |rather |very |so )?(?:flat|dull|boring|lifeless)\b/gu, "more contrast, "],
  [
    /\bcreamy(?= (?:bokeh|blur|background|backdrop)\b| and (?:out of focus|blurr|soft))|(?<=\b(?:background|backdrop|bokeh) )creamy\b/gu,
    "blurred",
  ],
  [/\btack[- ]sharp\b/gu, "sharp"],
  [/\bblurred and out of focus\b/gu, "blurred"],
  [/\briso(?:graph)?(?:[- ]?print(?:ed)?)?(?: style| look)?(?: in)? (?=[a-z]+ and [a-z]+)/gu, "halftone, duotone "],
  [/\briso(?:graph)?(?:[- ]?print(?:ed)?)?(?: style| look)?\b|孔版印刷/gu, "halftone, duotone"],
  [/\b(?:lift(?:ed|ing)?|raised?) (?:the )?(?:crushed )?blacks\b|\b(?:crushed )?blacks lifted\b|提(?:一?点)?黑位/gu, "lift the shadows"],
  [
    /(?<![\d:])(\d{1,2}:\d{1,2})(?= (?:for|crop|format|aspect|ratio)\b)(?: (?:for [a-z]+|crop|format|aspect ratio|aspect|ratio))/gu,
    "crop to $1",
  ],
  [/稍微过曝|过曝一?[点些]|过曝感|过曝的?(?:风格|效果|感觉)/gu, "稍微提亮"],
  [/(阴影|暗部|高光|亮部)(?:提亮|更亮|变亮)/gu, "提高$1"],
  [/(阴影|暗部|高光|亮部)(?:压暗|更暗|变暗)/gu, "降低$1"],
  [/重一?[点些]/gu, "明显"],
  [/(?<!减)轻一?[点些]/gu, "轻微"],
];

export function readIdioms(text: string): string {
  return idioms.reduce((rest, [words, meaning]) => rest.replace(words, meaning), text);
}
