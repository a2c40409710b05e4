/** Sets lines in real fonts: each letter in the first font that has it, shaped and kerned by HarfBuzz. */
import { Buffer, Direction, shape } from "harfbuzzjs";
import { extentOf, moved } from "#lib/engine/lettering/outlines.ts";
import type { LineOptions, Look, PathStep, SetLine, Typeface, Typesetter } from "#lib/engine/lettering/typeface.ts";
import { chineseOf, type Family, familiesOf } from "./families.ts";
import { outlineOf, type Slice, sliceWith } from "./slices.ts";

const isSpace = /\s/u;
/** Joiners and the like, which nobody sees. */
const isUnseen = /\p{Default_Ignorable_Code_Point}/u;
const isChinese = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;
/** Marks that are Chinese between Chinese letters and Latin between Latin ones. */
const isEither = /[“”‘’…—·]/u;
const spaceWidth = 0.26;
/** A breath between Chinese and what is not. */
const breath = 0.12;

export const typesetter: Typesetter = async (text, look) => {
  const letters = [...new Set(text.normalize("NFC"))].filter((letter) => !isSpace.test(letter) && !isUnseen.test(letter));
  const inChinese = letters.some((letter) => isChinese.test(letter))
    ? new RegExp(`${isChinese.source}|${isEither.source}`, "u")
    : isChinese;
  const [chinese, other] = [letters.filter((letter) => inChinese.test(letter)), letters.filter((letter) => !inChinese.test(letter))];
  const slices = new Map<string, Slice>();
  const loaded = new Map<string, Slice>();
  const families = familiesOf[look.face];
  for (const letter of chinese) await find(letter, [...chineseOf[look.face], ...families]);
  const own = await familyWithAll(other, families, look);
  for (const letter of other) await find(letter, own === undefined ? families : [own]);
  return typefaceOf(slices, letters.filter((letter) => !slices.has(letter)).join(""));

  async function find(letter: string, among: readonly Family[]): Promise<void> {
    const slice = await sliceWith(codeOf(letter), among, look);
    // Letters of one slice share a font: only so are they kerned.
    if (slice !== undefined) slices.set(letter, remember(loaded, slice));
  }
};

/** One hand for a whole word: an é from elsewhere would be seen. */
async function familyWithAll(letters: readonly string[], families: readonly Family[], look: Look): Promise<Family | undefined> {
  for (const family of families) {
    const found = await Promise.all(letters.map((letter) => sliceWith(codeOf(letter), [family], look)));
    if (found.every((slice) => slice !== undefined)) return family;
  }
  return undefined;
}

function codeOf(letter: string): number {
  return letter.codePointAt(0) ?? 0;
}

function remember(loaded: Map<string, Slice>, slice: Slice): Slice {
  const known = loaded.get(slice.file) ?? slice;
  loaded.set(slice.file, known);
  return known;
}

interface Run {
  readonly text: string;
  /** Undefined: spaces. */
  readonly slice: Slice | undefined;
  readonly isChinese: boolean;
  /** The letter before it. */
  readonly after: string;
}

function typefaceOf(slices: ReadonlyMap<string, Slice>, missing: string): Typeface {
  return {
    missing,
    setLine(line, { tracking = 0, isVertical = false } = {}) {
      const outlines: (readonly PathStep[])[] = [];
      let pen = 0;
      let before: Run | undefined;
      for (const run of runsOf(line.normalize("NFC"), slices)) {
        const isSeam = before?.slice !== undefined && run.slice !== undefined && before.isChinese !== run.isChinese;
        if (isSeam && !isMark(before?.text.at(-1)) && !isMark(run.text[0])) pen += breath;
        pen = setRun(run, pen, { tracking, isVertical }, outlines);
        before = run;
      }
      return { outlines, ink: extentOf(outlines), length: Math.max(0, pen - tracking) } satisfies SetLine;
    },
  };
}

function isMark(letter: string | undefined): boolean {
  return letter !== undefined && /[\p{P}\p{S}]/u.test(letter);
}

/** Stretches of one font; what no font has is passed over. */
function runsOf(line: string, slices: ReadonlyMap<string, Slice>): readonly Run[] {
  const runs: Run[] = [];
  for (const letter of line) {
    const slice = isSpace.test(letter) ? undefined : slices.get(letter);
    if (slice === undefined && !isSpace.test(letter)) continue;
    const last = runs.at(-1);
    const isHan = isChinese.test(letter) || (isEither.test(letter) && last?.isChinese === true);
    if (last !== undefined && last.slice === slice && last.isChinese === isHan)
      runs[runs.length - 1] = { ...last, text: last.text + letter };
    else runs.push({ text: letter, slice, isChinese: isHan, after: last?.text.at(-1) ?? "" });
  }
  return runs;
}

function setRun(run: Run, from: number, options: Required<LineOptions>, outlines: (readonly PathStep[])[]): number {
  const { slice, text } = run;
  const { tracking, isVertical } = options;
  if (slice === undefined) return from + text.length * (spaceWidth + tracking);
  const isColumn = isVertical && run.isChinese;
  const buffer = new Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  buffer.setDirection(isColumn ? Direction.TTB : Direction.LTR);
  if (run.isChinese) buffer.setLanguage("zh-Hans");
  shape(slice.font, buffer);
  let pen = from;
  for (const { codepoint, cluster, xAdvance = 0, yAdvance = 0, xOffset = 0, yOffset = 0 } of buffer.getGlyphInfosAndPositions()) {
    const em = slice.unitsPerEm;
    const outline = outlineOf(slice, codepoint);
    const [first, second] = [cluster > 0 ? text[cluster - 1] : run.after, text[cluster]];
    if (run.isChinese && first && second && leanTogether(first, second, isColumn)) pen -= 0.5;
    if (outline.length > 0) {
      // Where a column's letters hang is no longer right in fonts that were cut into slices; their square is the same in all.
      if (isColumn) outlines.push(moved(outline, xOffset / em, pen + topOfSquare));
      else if (isVertical) outlines.push(lying(moved(outline, xOffset / em, -yOffset / em), pen));
      else outlines.push(moved(outline, pen + xOffset / em, -yOffset / em));
    }
    pen += (isColumn ? -yAdvance : xAdvance) / em + tracking;
  }
  return pen;
}

const topOfSquare = 0.88;

const opening = "“‘（《「『【〈";
const closing = { row: "，。、；：！？”’）》」』】〉", column: "，。、”’）》」』】〉" } as const;

/** Two marks side by side share the blank half of one; in a column those in the middle of their square have none. */
function leanTogether(first: string, second: string, isColumn: boolean): boolean {
  const closed = isColumn ? closing.column : closing.row;
  return (closed.includes(first) && (closed + opening).includes(second)) || (opening.includes(first) && opening.includes(second));
}

/** How far the middle of small letters lies above the baseline: it stands in the middle of the column. */
const middleOfLetters = 0.36;

/** A quarter turn clockwise. */
function lying(outline: readonly PathStep[], pen: number): readonly PathStep[] {
  return outline.map(([kind, ...numbers]) => {
    const turned: number[] = [];
    for (let n = 0; n < numbers.length; n += 2) turned.push(-(numbers[n + 1] as number) - middleOfLetters, (numbers[n] as number) + pen);
    return [kind, ...turned] as unknown as PathStep;
  });
}
