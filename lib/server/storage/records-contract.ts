/** What every record store must do, whatever database is behind it: one suite, run for each. */
import { afterAll, beforeAll, describe } from "vitest";
import { describeClaims } from "./contract/claim-cases.ts";
import { describeDesk } from "./contract/desk-cases.ts";
import { describeFinish } from "./contract/finish-cases.ts";
import { describeLedger } from "./contract/ledger-cases.ts";
import { describeLedgerProcesses } from "./contract/ledger-process-cases.ts";
import { describeNotes } from "./contract/note-cases.ts";
import { describePeople } from "./contract/people-cases.ts";
import { describePictures } from "./contract/picture-cases.ts";
import { describePredictions } from "./contract/prediction-cases.ts";
import { describeProcesses } from "./contract/process-cases.ts";
import { describeProjects } from "./contract/project-cases.ts";
import { describePrompts } from "./contract/prompt-cases.ts";
import { describeProofs } from "./contract/proof-cases.ts";
import { describeReplays } from "./contract/replay-cases.ts";
import { describeShares } from "./contract/share-cases.ts";
import { describeSight } from "./contract/sight-cases.ts";
import type { RecordsPlace } from "./open-records.ts";
import { openRecords } from "./open-records.ts";
import type { Records } from "./records.ts";

/** `found` makes an empty database. */
export function describeRecords(name: string, found: () => Promise<{ place: RecordsPlace; dispose(): Promise<void> }>): void {
  const groups = [
    describeProjects,
    describeDesk,
    describePictures,
    describePredictions,
    describeClaims,
    describeFinish,
    describePrompts,
    describeShares,
    describePeople,
    describeProofs,
    describeReplays,
    describeNotes,
    describeSight,
    describeLedger,
  ];

  describe(`records on ${name}`, () => {
    for (const describeGroup of groups) {
      describe(describeGroup.name.replace("describe", "").toLowerCase(), () => {
        let one: Records;
        let other: Records;
        let dispose: () => Promise<void>;
        beforeAll(async () => {
          const database = await found();
          dispose = database.dispose;
          [one, other] = await Promise.all([openRecords(database.place), openRecords(database.place)]);
        });
        afterAll(async () => {
          await Promise.all([one.close(), other.close()]);
          await dispose();
        });
        describeGroup(
          () => one,
          () => other,
        );
      });
    }
    describe("processes", () => describeProcesses(found));
    describe("money and processes", () => describeLedgerProcesses(found));
  });
}
