import type { Thing } from "#lib/engine/instructions/things.ts";
import type { Standing } from "./words/standing.ts";

/** What a sentence says about two pictures: how they come together, and which goes where. */
export type Arrangement =
  /** `isGradual`: one passes over into the other all the way. */
  | { readonly kind: "beside"; readonly axis: "across" | "down"; readonly firstLeads: boolean; readonly isGradual?: true }
  | { readonly kind: "halves"; readonly axis: "across" | "down"; readonly firstLeads: boolean }
  /** `over` is the index of the picture that lies on the other. */
  | {
      readonly kind: "inset";
      readonly over: 0 | 1;
      readonly place: InsetPlace;
      /** A logo or a watermark; which picture that is, is seen where the words do not say it. */
      readonly sign?: { readonly opacity: number; readonly isSaid: boolean };
    }
  /** What stands out in one picture is cut out and stands in the other. `subject` is absent where the words do not say whose it is. */
  | {
      readonly kind: "place";
      readonly subject?: 0 | 1;
      readonly side: PlaceSide;
      readonly size: number;
      readonly isPerson: boolean;
      /** A couple, people: more than one is meant. */
      readonly isMany?: true;
      /** How the words call what moves. */
      readonly named?: string;
      /** Of several, the one on that side of its picture. */
      readonly which?: "left" | "right";
      /** What is known of the thing that moves. */
      readonly thing?: Thing;
      /** In the air: it stands on nothing and casts no shadow. */
      readonly isAloft?: true;
      /** The other picture is to be its background: what is cut off by its own frame stays where it is in that. */
      readonly isBackdrop?: true;
      readonly standing: Standing;
    }
  /** `picture` keeps its land and takes the other's sky. */
  | { readonly kind: "sky"; readonly picture: 0 | 1 }
  /** The whole picture hangs on a wall of the other. */
  | { readonly kind: "hang"; readonly picture: 0 | 1; readonly side: PlaceSide; readonly over?: string }
  | { readonly kind: "blend" }
  /** `picture` is the one whose content stays. */
  | { readonly kind: "colours"; readonly picture: 0 | 1 };

export type Placing = Arrangement & { readonly kind: "place" };

export type InsetPlace = "middle" | "ground" | "top left" | "top right" | "bottom left" | "bottom right";

/** "next" is whichever side has room. */
export type PlaceSide = "left" | "right" | "next" | "middle" | "front";

/** What a thing stands on that was placed; "carrier" is the furniture that was named, "behind" what hides a part of it there, "beside" a portrait that was drawn back to make room, "edge" where the picture shows nothing to stand on, "frame" where it keeps its place in its own picture. */
export type StandsOn = "ground" | "carrier" | "behind" | "beside" | "water" | "air" | "edge" | "frame";
