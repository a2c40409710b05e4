/** The table of a security standard says of every requirement what is so, names tests that are there, and adds up. */
import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** The levels of the standard's requirements (5.0), section by section, in the order of their numbers. */
const levels: Readonly<Record<string, string>> = {
  "1.1": "22",
  "1.2": "1111122223",
  "1.3": "112222222223",
  "1.4": "222",
  "1.5": "123",
  "2.1": "122",
  "2.2": "112",
  "2.3": "12223",
  "2.4": "23",
  "3.1": "3",
  "3.2": "113",
  "3.3": "12223",
  "3.4": "11222233",
  "3.5": "11122333",
  "3.6": "3",
  "3.7": "22333",
  "4.1": "12233",
  "4.2": "23333",
  "4.3": "22",
  "4.4": "1222",
  "5.1": "2",
  "5.2": "112333",
  "5.3": "113",
  "5.4": "222",
  "6.1": "122",
  "6.2": "111111112222",
  "6.3": "11223333",
  "6.4": "112233",
  "6.5": "22222333",
  "6.6": "2223",
  "6.7": "33",
  "6.8": "2222",
  "7.1": "222",
  "7.2": "1111",
  "7.3": "22",
  "7.4": "11222",
  "7.5": "223",
  "7.6": "22",
  "8.1": "1233",
  "8.2": "1123",
  "8.3": "133",
  "8.4": "23",
  "9.1": "111",
  "9.2": "1222",
  "10.1": "22",
  "10.2": "223",
  "10.3": "22223",
  "10.4": "1111122222233333",
  "10.5": "22222",
  "10.6": "22",
  "10.7": "222",
  "11.1": "2233",
  "11.2": "22233",
  "11.3": "11233",
  "11.4": "1222",
  "11.5": "23",
  "11.6": "23",
  "11.7": "33",
  "12.1": "12233",
  "12.2": "11",
  "12.3": "22223",
  "13.1": "2333",
  "13.2": "222223",
  "13.3": "2233",
  "13.4": "1222233",
  "14.1": "22",
  "14.2": "12223333",
  "14.3": "122",
  "15.1": "12233",
  "15.2": "12233",
  "15.3": "1222222",
  "15.4": "3333",
  "16.1": "2",
  "16.2": "22222",
  "16.3": "2222",
  "16.4": "222",
  "16.5": "2223",
  "17.1": "23",
  "17.2": "22223333",
  "17.3": "22",
};

const answers = ["holds", "not ours", "open"] as const;
type Answer = (typeof answers)[number];

interface Row {
  readonly level: string;
  readonly numbers: readonly string[];
  readonly answer: Answer;
  readonly tests: readonly string[];
  readonly says: string;
}

const text = readFileSync("docs/asvs.md", "utf8");

function readRows(): readonly Row[] {
  return text
    .split("## Level ")
    .slice(1)
    .flatMap((part) =>
      part.split("\n").flatMap((line) => {
        const [, numbers = "", , says = "", shown = ""] = line.split("|").map((cell) => cell.trim());
        if (!/^\d/.test(numbers)) return [];
        const answer = answers.find((one) => says.startsWith(one));
        if (!answer) throw new Error(`Expected an answer for ${numbers} but received "${says}"`);
        const tests = [...shown.matchAll(/`([^`]+)`/g)].map(([, file = ""]) => file);
        return [{ level: part.charAt(0), numbers: numbers.split(", "), answer, tests, says }];
      }),
    );
}

const rows = readRows();

it("answers every requirement of both levels once, and no other", () => {
  for (const level of ["1", "2"]) {
    const asked = Object.entries(levels).flatMap(([section, each]) =>
      [...each].flatMap((one, index) => (one === level ? [`${section}.${index + 1}`] : [])),
    );
    const answered = rows.filter((row) => row.level === level).flatMap(({ numbers }) => numbers);
    expect([...answered].sort(), `level ${level}`).toEqual([...asked].sort());
  }
});

it("names a test that is there for what holds, and a reason for what does not", () => {
  const isTest = (file: string) => /\.(test|spec)\.tsx?$/.test(file) && existsSync(file);
  const bare = rows.filter(({ answer, tests, says }) =>
    answer === "holds" ? tests.length === 0 || !tests.every(isTest) : tests.length > 0 || !/: \S/.test(says),
  );
  expect(bare.filter(({ answer, says }) => !(answer === "not ours" && says === "not ours"))).toEqual([]);
});

it("adds up as it says", () => {
  for (const level of ["1", "2"]) {
    const count = (answer?: Answer) =>
      rows.filter((row) => row.level === level && (!answer || row.answer === answer)).reduce((sum, { numbers }) => sum + numbers.length, 0);
    const sums = [count(), count("not ours"), count() - count("not ours"), count("holds"), count("open")];
    expect(text).toContain(`| ${level} | ${sums.join(" | ")} |`);
  }
});
