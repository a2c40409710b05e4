/** What a sentence calls the thing that moves: its name, whether it is several, and which of several it is. */
import { aColour } from "#lib/engine/instructions/colours.ts";
import { saysMany } from "#lib/engine/instructions/place.ts";
import { findThing, type Thing } from "#lib/engine/instructions/things.ts";

export interface MoverWords {
  /** Up to where the sentence goes on about something else. */
  readonly said: string;
  /** "" where nothing is named. */
  readonly named: string;
  readonly isMany: boolean;
  readonly thing: Thing | undefined;
  readonly which: "left" | "right" | undefined;
  /** The sentence without what only tells which one it is. */
  readonly text: string;
}

export const flight = /\b(?:fl(?:y|ies|ying)|hover\w*|float\w*|soar\w*|jump\w*|leap\w*)\b|飞|飘|跳|悬/u;

export function readMover(sentence: string): MoverWords {
  const { which, rest: text } = readWhich(sentence);
  const said = text.split(beyondMover, 1)[0] ?? "";
  const noun = said.replace(ofPicture, "").replace(flight, " ").trim().replace(pose, "").trim();
  const named = withoutPronoun(noun);
  const isSeveral = many.test(said) || saysMany(noun) || together.test(text);
  return {
    ...{ said, named, which, text },
    isMany: isSeveral && !oneOfThem.test(noun),
    thing: findThing(said.replace(flying, " ").replace(new RegExp(`${aColour}(?= [a-z])`, "gu"), " ")),
  };
}

/** Where it goes, and what it wears, carries or stands beside, is not what moves. */
const beyondMover =
  /(?<=.)(?:\b(?:next to|beside|near|among|amid|between|behind|in|into|on|onto|atop|along|across|crossing|through|towards?|down|past|around|outside|over|above|under|to|from|at|by|with|holding|carrying|wearing|takes?|as|and|[a-z]+ing(?= (?:the|an?|his|her|their|its)\b))\b|[放加移贴挂站飞到]|p(?=[到在进上])|(?<!正)在|合成|融[入进合])/u;

/** How it is to be there: "the woman stands", "two dogs playing", 让骑车的人出现. */
const pose =
  /(?<=.)(?:\s(?:is |are |to )?(?:[a-z]+ing|(?:stand|sit|lie|walk|run|sleep|rest|swim|play|pose|ride|park|appear)(?:e?s|ed)?|asleep)(?: (?:down|up|right|there))?|(?:正?在|出现|坐|躺|躲|藏|卧|趴|走|跑|睡|靠|停|蹲|跪|游)+着?)$/u;

/** Whoever is meant by "her", it is a person first. */
export function withoutPronoun(noun: string): string {
  return noun.replace(pronoun, "person");
}

const pronoun = /\b(?:her|him|she|he|them|they|(?:those|these|the) two|both(?: of them)?)$|[她他]们?$|[这那]两位$/u;

/** What a hawk does; "the fly" is an insect. */
const flying = /(?<!\b(?:the|an?|this|that|my|his|her) )\bfl(?:y|ies)\b/gu;

const ofPicture = /\s+of\s+(?:the\s+)?(?:first|second|other|image|picture|photo|input)\b.*$/u;

const many =
  /\b(?:people|persons|couple|group|family|friends|women|men|girls|boys|kids|children|guys|ladies|both|two|three|four|them|they|team|crowd)\b|们|两个|两位|三个|几个|一群|一家|夫妻|情侣|俩/u;
const oneOfThem = /\bone of\b|其中(?:的)?一|(?:们|群)(?:中|里)?的?一[个只]/u;

const relative =
  "(?:m[ae]n|wom[ae]n|father|dad|mother|mum|mom|parent|guy|lady|person|child|children|kid|baby|boy|girl|son|daughter|husband|wife|brother|sister|friend)s?";
/** "The father and his child" move as one. */
const together = new RegExp(
  `\\b${relative} (?:and|with|holding|carrying) (?:(?:the|an?|his|her|their) )?(?:[a-z]+ )?${relative}\\b|(?:人|爸|妈|父亲|母亲|男|女|夫)[^放加移贴]{0,3}[和与跟抱牵背带]着?(?:[^放加移贴]{0,4})(?:人|孩|宝宝|女|男|妻|朋友)`,
  "u",
);

/** "The man on the right by the lake": which man; "on the right" alone is where he goes. */
const whichOne: readonly RegExp[] = [
  /(?<=[a-z]) (?:on|at|from) the (?<which>left|right)(?: side)?(?= (?:next to|beside|near|by|on|onto|into|in front of|behind|at)\b)/u,
  /(?<which>[左右])(?:边|侧|面)的?(?=\p{sc=Han}{1,8}(?:放|移|加|贴|站|坐|摆|搬))/u,
];

function readWhich(text: string): { readonly which: "left" | "right" | undefined; readonly rest: string } {
  for (const pattern of whichOne) {
    const found = pattern.exec(text);
    if (found?.groups?.which !== undefined)
      return { which: /left|左/u.test(found.groups.which) ? "left" : "right", rest: text.replace(pattern, "") };
  }
  return { which: undefined, rest: text };
}
