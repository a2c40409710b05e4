/** What the door hands out: the services of the locked floor, joined. Routes and pages know only these. */
import type { Catalogue } from "#lib/models/catalogue.ts";
import type { ProviderCheck, SettingsFacts } from "#lib/settings-wire.ts";
import type { ProviderState } from "#lib/wire.ts";
import type { Config } from "./config.ts";
import type { Facade } from "./facade/facade.ts";
import type { Health } from "./health.ts";
import type { Ledger } from "./ledger/ledger.ts";
import type { People } from "./people/people.ts";
import type { Sight } from "./people/sight.ts";
import type { SignOn } from "./people/sign-on.ts";
import type { GatewayCalls } from "./predictions/gateway-calls.ts";
import type { Predictions } from "./predictions/predictions.ts";
import type { Prompts } from "./predictions/prompts.ts";
import type { Blends } from "./projects/blends.ts";
import type { Downloads } from "./projects/downloads.ts";
import type { Pictures } from "./projects/pictures.ts";
import type { Projects } from "./projects/projects.ts";
import type { Replays } from "./replays/replays.ts";
import type { Notes } from "./sharing/notes.ts";
import type { Sharing } from "./sharing/sharing.ts";
import type { Rates } from "./storage/rates.ts";

export interface House {
  readonly config: Config;
  readonly catalogue: Catalogue;
  readonly pictures: Pictures;
  readonly blends: Blends;
  readonly downloads: Downloads;
  readonly projects: Projects;
  readonly predictions: Predictions;
  readonly calls: GatewayCalls;
  readonly prompts: Prompts;
  readonly replays: Replays;
  readonly sharing: Sharing;
  readonly people: People;
  readonly sight: Sight;
  /** Null where people have passwords here and nothing else. */
  readonly signOn: SignOn | null;
  readonly ledger: Ledger;
  readonly rates: Rates;
  readonly notes: Notes;
  readonly facade: Facade;
  readonly health: Health;
  providerState(): ProviderState;
  /** Asks the provider something that costs nothing. */
  checkProvider(signal: AbortSignal): Promise<ProviderCheck>;
  settingsFacts(): Promise<SettingsFacts>;
  close(): Promise<void>;
}
