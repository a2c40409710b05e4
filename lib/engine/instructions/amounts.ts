/** How much: a percentage, stops, or a word of strength. */

const numerals: Readonly<Record<string, number>> = { 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10 };

const fractions: Readonly<Record<string, number>> = {
  quarter: 0.25,
  third: 1 / 3,
  fifth: 0.2,
  tenth: 0.1,
  四: 0.25,
  三: 1 / 3,
  五: 0.2,
  十: 0.1,
};

export interface Amount {
  /** 0.2 for "by 20 %"; absent where no number was given. */
  readonly share?: number;
  /** What a word of strength multiplies the usual amount by. */
  readonly times: number;
}

const little =
  /\b(?:a (?:little|tiny|wee|small)(?: bit| amount)?|(?:just )?a bit(?: of)?|slightly|slight|subtle|subtly|a touch|a hint|gently|gentle|somewhat|mild(?:ly)?|light(?:ly)?(?= (?:blur|fog|rain|snow|grain|vignette|haze|mist))|soft(?:ly)?|faint(?:ly)?|barely)\b|稍微|稍稍|稍|一点点|一点|一些|略微|略|轻微|轻度|轻轻|些许|微微|淡淡/u;
const much =
  /\b(?:much|very|a lot(?: of)?|lots of|strong(?:ly)?|heav(?:y|ily)|extreme(?:ly)?|super|way|really|drastic(?:ally)?|intense(?:ly)?|far|considerabl[ey]|significant(?:ly)?|thick|dense|deep(?:ly)?(?! (?:blue|red|green|purple|orange|pink|teal|brown|yellow|shadows?|blacks?))|hugely|massive(?:ly)?)\b|很|非常|大幅|强烈|特别|十分|极其?|多很多|得多|浓重?|大大|超级?|明显|[大暴](?=雪)/u;
const full = /\b(?:complete(?:ly)?|fully|total(?:ly)?|entirely|maximum|max|as much as possible)\b|完全|彻底|最大|全部去/u;
const half = /\b(?:by half|half as|halve)\b|一半|减半/u;
const double = /\b(?:twice|double|two times|2x)\b|两倍|加倍|翻倍/u;

export function readAmount(clause: string): Amount {
  const times = timesOf(clause);
  const part = /([1-3])\s*\/\s*([2-4])\s*(?:of a )?(?:ev\b|stops?\b|档)/u.exec(clause);
  if (part !== null) return { share: Number(part[1]) / Number(part[2]) / 2, times };
  const stops = /([+-]?\d+(?:\.\d+)?|one|two|half a|(?:a |one )?third of an?|(?:a |one )?half of an?|an?)\s*(?:ev\b|stops?\b|档)/u.exec(
    clause,
  )?.[1];
  if (stops !== undefined) {
    const spoken: Readonly<Record<string, number>> = { one: 1, two: 2, a: 1, an: 1 };
    return {
      share: Math.min(1, Math.abs(/third/u.test(stops) ? 1 / 3 : /half/u.test(stops) ? 0.5 : (spoken[stops] ?? Number(stops))) / 2),
      times,
    };
  }
  const percent =
    /(\d+(?:\.\d+)?)\s*(?:%|percent|per cent|百分|points?\b)|百分之\s*(\d+(?:\.\d+)?)|(?:\bby\s+|(?<=度|光|比|暖|和|调)[增加减提高降低少]{1,2}\s*)(\d+(?:\.\d+)?)(?!\s*(?:°|deg|:|x|\d|度|倍|[档成]))/u.exec(
      clause,
    );
  // "Contrast up 20", 饱和度 30; a few of exposure are stops.
  const bare =
    /(?:\b(?:contrast|saturation|brightness|exposure|vibrance|warmth|clarity|sharpness|shadows?|highlights?|temp(?:erature)?)|度|曝光|阴影|高光)\s*(?:(?:up|down|to|at|by)\s+)?([+−-]?\d+(?:\.\d+)?)(?!\s*(?:°|deg|:|x|px|\d|%|度|倍|[档成级]))/u.exec(
      clause,
    )?.[1];
  const isExposure = bare !== undefined && /exposure|曝光/u.test(clause);
  if (percent === null && bare !== undefined)
    return { share: Math.min(1, Math.abs(Number(bare.replace("−", "-"))) / (isExposure && Math.abs(Number(bare)) <= 3 ? 2 : 100)), times };
  const signed = /(?:^|[^\d\p{L}])?[+−-]\s*(\d+(?:\.\d+)?)(?!\s*(?:°|deg|:|x|\d))/u.exec(clause)?.[1];
  if (percent === null && signed !== undefined) return { share: Math.min(100, Number(signed)) / 100, times };
  const digits = percent?.[1] ?? percent?.[2] ?? percent?.[3];
  if (digits !== undefined) return { share: Math.min(100, Number(digits)) / 100, times };
  const spoken = /百分之([一二两三四五六七八九])?(十)?([一二三四五六七八九])?/u.exec(clause);
  if (spoken !== null && (spoken[1] ?? spoken[2] ?? spoken[3]) !== undefined) {
    const tens = spoken[2] === undefined ? 0 : (numerals[spoken[1] ?? "一"] ?? 1) * 10;
    const ones = numerals[(spoken[2] === undefined ? spoken[1] : spoken[3]) ?? ""] ?? 0;
    return { share: (tens + ones) / 100, times };
  }
  const tenths = /([一二两三四五六七八九])成/u.exec(clause)?.[1];
  if (tenths !== undefined) return { share: (numerals[tenths] ?? 1) / 10, times };
  const fraction = /\b(?:by |an? )+(quarter|third|fifth|tenth)\b|([四三五十])分之一/u.exec(clause);
  const named = fraction?.[1] ?? fraction?.[2];
  if (named !== undefined) return { share: fractions[named] ?? 0.5, times };
  if (full.test(clause)) return { share: 1, times: 1 };
  if (half.test(clause)) return { share: 0.5, times: 1 };
  return { times };
}

function timesOf(clause: string): number {
  if (little.test(clause)) return 0.5;
  if (double.test(clause)) return 2;
  return much.test(clause) ? 1.7 : 1;
}

/** "Sepia, 50 %": how much of what was said before. */
export function isOnlyAmount(clause: string): boolean {
  return !/[\p{L}\d]/u.test(withoutAmounts(clause));
}

/** The clause without its words of amount, so that what is left names things. */
export function withoutAmounts(clause: string): string {
  let rest = clause.replace(
    /\b(?:by )?(?:one|two|half an?|(?:a |one )?(?:third|half) of an?|an?) stops?\b|[+-]?\d+(?:\.\d+)?\s*(?:%|percent|per cent|ev\b|stops?\b|档|degrees?|°|度|px\b|pixels?\b|像素|levels?\b|[级阶])?|百分之[一二两三四五六七八九十\d]+|[一二两三四五六七八九]成|[三四五十]分之一|\b(?:by |an? )+(?:quarter|third|fifth|tenth)\b/gu,
    " ",
  );
  for (const words of [little, much, full, half, double]) rest = rest.replace(new RegExp(words.source, "gu"), " ");
  return rest;
}
