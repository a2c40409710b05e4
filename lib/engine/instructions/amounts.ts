/** How much: a percentage, or a word of strength. */

const numerals: Readonly<Record<string, number>> = { 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10 };

export interface Amount {
  /** 0.2 for "by 20 %"; absent where no number was given. */
  readonly share?: number;
  /** What a word of strength multiplies the usual amount by. */
  readonly times: number;
}

export function readAmount(clause: string): Amount {
  const times = timesOf(clause);
  const percent = /(\d+(?:\.\d+)?)\s*(?:%|percent|per cent|百分)|百分之\s*(\d+(?:\.\d+)?)/u.exec(clause);
  const digits = percent?.[1] ?? percent?.[2];
  if (digits !== undefined) return { share: Math.min(100, Number(digits)) / 100, times };
  const spoken = /百分之([一二两三四五六七八九])?(十)?([一二三四五六七八九])?/u.exec(clause);
  if (spoken !== null && (spoken[1] ?? spoken[2] ?? spoken[3]) !== undefined) {
    const tens = spoken[2] === undefined ? 0 : (numerals[spoken[1] ?? "一"] ?? 1) * 10;
    const ones = numerals[(spoken[2] === undefined ? spoken[1] : spoken[3]) ?? ""] ?? 0;
    return { share: (tens + ones) / 100, times };
  }
  return { times };
}

function timesOf(clause: string): number {
  if (
    /\b(?:a little|a bit|slightly|slight|subtle|subtly|a touch|gently|somewhat|mild|soft)\b|稍微|稍稍|一点|一些|略|轻微|轻度|些许/u.test(
      clause,
    )
  )
    return 0.5;
  if (
    /\b(?:much|very|a lot|strongly|strong|heavily|heavy|extremely|extreme|super|way|really|drastically|intense)\b|很|非常|大幅|强烈|特别|十分|极|多很多/u.test(
      clause,
    )
  )
    return 1.7;
  return 1;
}
