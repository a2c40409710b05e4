/** What a sentence says of a thing that is cut out and stands in the other picture: whose, where, how large, and on what. */
import type { PlaceSide, Placing } from "../arrangement.ts";
import { flight, readMover } from "./mover.ts";
import { firstNamed, namesBoth, namesPicture } from "./named-picture.ts";
import { readStanding } from "./standing.ts";

/** "The woman from image 2": whose subject is meant, where it is said. */
export function subjectOf(text: string): 0 | 1 | undefined {
  if (!namesPicture(text)) return undefined;
  const named = firstNamed(text);
  const hasBoth = namesBoth(text);
  // "Put her into the second picture" names where to, not whose.
  return !hasBoth && isDestination.test(text) ? (named === 0 ? 1 : 0) : named;
}

/** Where it looks is not where it stands. */
const facing = /\b(?:facing|looking|turned|pointing)(?: (?:to|towards?))?(?: the)? (?:left|right)\b|[朝向面](?:向|着|对)?[左右]/gu;

export function sideOf(sentence: string): PlaceSide | undefined {
  const text = sentence.replace(facing, " ");
  if (/\bleft\b|左/u.test(text)) return "left";
  if (/\bthe right\b|\bright\b(?! (?:outside|next|beside|by|before|behind|under|there|here|now|away)\b)|右/u.test(text)) return "right";
  if (/\bin front of\b|前面|前方|面前/u.test(text)) return "front";
  if (/\b(?:next to|beside|besides|alongside|near|adjacent|by the|close to|among|amid|between)\b|旁边|旁|挨着|身边|附近/u.test(text))
    return "next";
  if (/\b(?:in the (?:middle|cent(?:er|re))|cent(?:er|re)d?)\b|中间|中央/u.test(text)) return "middle";
  if (flight.test(text)) return "next";
  if (
    /\b(?:on|onto|atop|into|inside|in|within|at|to|with|against|before|along|across|crossing|through|around|outside|towards?|above|below|up|down|past|together|standing|sitting)\b|[a-z]ing the\b|里|上|中|在|一起|融[入进合]|[放加移贴搬][到进入]|合成/u.test(
      text,
    )
  )
    return "next";
  return undefined;
}

const person =
  /\b(?:wom[ae]n|m[ae]n|person|people|girl|boy|lady|guy|couple|family|child|children|kid|model|backpacker|hiker|cyclist|player|statue|her|him|she|he|bride|groom|dancer)\b|女人|男人|女孩|男孩|女士|先生|人物|人像|孩子|人|背包客|雕像|模特|她|他/u;
const isDestination =
  /(?:放|加|移|贴|合成|挂|站|坐|飞|摆|落|停|搬|走)(?:到|进|在|入)[^,，。]{0,4}(?:第[一二]|图[12一二]|图片[12]|后者|前者|另一)|\b(?:in|into|on|onto|to|inside|over|across|through|at|by|against|before|under)\s+(?:(?:the|an?)\s+(?:[a-z]+\s+){1,3}(?:of|from|in)\s+)?(?:the\s+)?(?:first|second|1st|2nd|other|image ?[12]|picture ?[12]|photo ?[12])\b/u;

const aloft =
  /\b(?:(?:in|into|to|onto|across|against) the (?:[a-z]+ )?(?:sky|air)|fl(?:y|ies|ying)|hover\w*|float\w*|soar\w*|overhead|(?:high|up|far) above)\b|天空(?:[里中上]|$)|天上|空中|上空|飞/u;

/** "The two people together in one photo", 合影: whoever is in the other picture is the one to stand next to. */
const sideBySide =
  /\btogether\b|\b(?:hug|hold|shak|embrac|kiss|meet|talk|stand|sit|pos)\w*\b.*\b(?:each other|hands|side by side)\b|\b(?:in|into) (?:one|a single|the same) (?:picture|image|photo|shot|frame|scene)\b|合影|合照|同框|合成?一张|到一张|同一张|[在到]一起|一起(?:站|坐|拍)|拥抱|握手/u;

export function meet(text: string): boolean {
  return person.test(text) && sideBySide.test(text);
}

export function placing(sentence: string, subject: 0 | 1 | undefined, usual: PlaceSide): Placing {
  const { said, named, isMany, thing, which, text } = readMover(sentence);
  const side = which === undefined ? usual : "next";
  const size = /\b(?:tiny|very small)\b|很小|极小/u.test(text)
    ? 0.45
    : /\b(?:small|smaller|little|far away|farther|further away|distant|in the distance)\b|小一?[点些]|远处|远一?[点些]/u.test(text)
      ? 0.65
      : /\b(?:giant|huge|very large)\b|巨大/u.test(text)
        ? 1.7
        : /\b(?:large|larger|big|bigger|close-?up|closer)\b|大一?[点些]|近处|近一?[点些]/u.test(text)
          ? 1.35
          : 1;
  const saidSide = sideOf(text);
  const standing = readStanding(said, text.slice(said.length));
  const isTogether = standing.beside === undefined && meet(text);
  return {
    kind: "place",
    side: saidSide === undefined || (saidSide === "next" && side === "middle") ? side : saidSide,
    size,
    isPerson: person.test(text),
    standing: isTogether ? { ...standing, beside: "person", isImplied: true } : standing,
    ...(isMany ? { isMany } : {}),
    ...(named === "" ? {} : { named }),
    ...(which === undefined ? {} : { which }),
    ...(thing === undefined ? {} : { thing }),
    // Nobody hangs in the air who does not fly.
    ...(aloft.test(text) && (!person.test(text) || flight.test(text)) ? { isAloft: true as const } : {}),
    ...(subject === undefined ? {} : { subject }),
  };
}
