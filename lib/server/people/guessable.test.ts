import { describe, expect, it } from "vitest";
import { isGuessable } from "./guessable.ts";

const ada = { name: "Ada Lovelace", email: "ada.byron@example.com" };

describe("a password", () => {
  it.each([
    ["is a frequent one", "1qaz2wsx3edc"],
    ["is a frequent one in other letters", "QWERTY123456"],
    ["is a frequent one twice", "passwordpassword"],
    ["is a frequent one in letters of another width", "ｐａｓｓｗｏｒｄｐａｓｓｗｏｒｄ"],
    ["is one letter", "aaaaaaaaaaaa"],
    ["is two letters in turn", "xyxyxyxyxyxy"],
    ["is its owner's address", "ada.byron@example.com"],
    ["is its owner's name and a year", "AdaLovelace1815"],
    ["is the studio's name and a year", "Pentimento-2026"],
  ])("that %s is guessed", async (_what, password) => {
    expect(await isGuessable(password, ada)).toBe(true);
  });

  it.each(["correct horse battery", "Lovelace likes lattices", "一只狐狸跳过了懒狗的篱笆吧", "another sentence is good"])(
    "like “%s” is not",
    async (password) => {
      expect(await isGuessable(password, ada)).toBe(false);
    },
  );
});
