/** Where the eye stands in an outdoor scene, and which lands, groves and waters lie before it. */

import { besideFalls, besidePath, cypresses, offRoom } from "./groves.ts";
import { coastOf } from "./lands/coast.ts";
import { fallsOf } from "./lands/falls.ts";
import type { Land } from "./lands/ground.ts";
import { headlandOf } from "./lands/headland.ts";
import { hillsOf, riverOf } from "./lands/hills.ts";
import { islandOf } from "./lands/island.ts";
import { karstOf } from "./lands/karst.ts";
import { beachOf, dunesOf, mountainsOf } from "./lands/lands.ts";
import { ledgeOf } from "./lands/ledge.ts";
import { mesasOf } from "./lands/mesas.ts";
import { ownGroundOf } from "./lands/own-ground.ts";
import { isUnderCliffs, seaCliffsOf } from "./lands/sea-cliffs.ts";
import { isRough } from "./lands/swell.ts";
import { type Camera, newCamera } from "./light/camera.ts";
import { daylightFor } from "./light/hours.ts";
import type { Scene, ThingName } from "./scene.ts";
import { hasMoon } from "./skies/sky.ts";
import type { Grove } from "./woods/trees.ts";
import { isCloudSea, isStreet, isVillage, isWoods } from "./words/setting-of.ts";

export interface Place {
  readonly camera: Camera;
  /** From near to far. */
  readonly lands: readonly Land[];
  /** Drawn over everything else: what is stood on above the clouds. */
  readonly ledge?: Land;
  readonly groves: readonly { readonly on: Land; readonly grove: Grove }[];
  /** 0 = a mirror, 1 = an open sea. */
  readonly water: number | undefined;
  /** The row from which on nothing is mirrored. */
  readonly waterEnds?: number;
}

const needsGround: readonly ThingName[] = ["bare tree", "car", "house", "palm", "person", "tree"];

export function findPlace(scene: Scene, width: number, height: number): Place {
  const isTall = height > width * 1.2;
  const eye = (share: number, over: number, land?: Land): Camera => {
    const ground = land === undefined ? 0 : Math.max(...[0.06, 0.12, 0.25, 0.5].map((z) => land.height(0, z, 4)));
    // From the air the land fills the picture, and the horizon is just seen.
    if (scene.traits.includes("from above") && scene.setting !== "city" && scene.setting !== "water town")
      return newCamera(width, height, 0.1, ground + 0.42 + over);
    // A tall picture has more sky, which is where its title lies, and no more ground than a wide one.
    return newCamera(width, height, isTall ? Math.max(share, Math.min(0.72, share + 0.15)) : share, ground + over);
  };
  const bare = { groves: [], water: undefined };
  // Where the sky is what the picture is of, it has more of it, and no peak stands before it.
  const isOfSky = isAboutTheSky(scene);
  const low = isOfSky ? 0.5 : 1;
  const lower = isOfSky ? 0.12 : 0;
  const gap = towardsLowSun(scene);
  if (scene.traits.includes("waterfall") && (scene.setting === "forest" || scene.setting === "mountains")) return atFalls(scene, eye);
  if (isCloudSea(scene)) {
    const isStoodOn = scene.things.includes("person");
    const camera = isStoodOn ? newCamera(width, height, isTall ? 0.6 : 0.52, 0.42) : eye(0.52, 0.42);
    const peaks = mountainsOf(
      { ...scene, hasSnow: false },
      { from: 1.6, to: 9, rise: hasMoon(scene) ? 1.9 : 2.7, floor: -0.75, near: 1.6 },
    );
    return { ...bare, camera, lands: [peaks], ...(isStoodOn ? { ledge: ledgeOf(scene, camera.height) } : {}) };
  }
  const own = ownGroundOf(scene);
  if (own !== undefined) {
    const camera = newCamera(width, height, own.horizon + (isTall ? 0.09 : 0), own.land.height(0, 0.3, 4) + own.over);
    return { ...bare, camera, lands: [own.land] };
  }
  switch (scene.setting) {
    case "sea": {
      if (scene.traits.includes("headland")) {
        const headland = headlandOf(scene);
        const behind =
          scene.hasMountains && !scene.traits.includes("cliffs")
            ? [mountainsOf(scene, { from: 7, to: 16, rise: 1.7, floor: -0.12, near: 3 })]
            : [];
        return { ...bare, camera: eye(0.5, 0.042, headland), lands: [headland, ...behind], water: 0.6 };
      }
      if (isUnderCliffs(scene)) return { ...bare, camera: eye(0.5, 0.016), lands: [seaCliffsOf(scene)], water: 0.6 };
      const beach = beachOf(scene);
      if (isVillage(scene)) return { ...bare, camera: eye(0.56, 0.05), lands: [coastOf(scene)], water: 0.4 };
      const hasBeach =
        scene.traits.includes("beach") || (!scene.things.includes("boat") && scene.things.some((name) => needsGround.includes(name)));
      const coast = scene.hasMountains ? [mountainsOf(scene, { from: 7, to: 16, rise: 1.7, floor: -0.12, near: 3 })] : [];
      const unrest = scene.hour === "storm" ? 1 : scene.weather.includes("mist") ? 0.35 : 0.7;
      const camera = newCamera(width, height, isTall ? 0.56 : 0.52, hasBeach ? 0.022 : 0.016);
      return {
        camera,
        lands: [...(hasBeach ? [beach] : []), ...(scene.traits.includes("island") ? [islandOf(scene)] : []), ...coast],
        groves: [],
        water: unrest,
        ...(isRough(scene) ? { waterEnds: 0 } : {}),
      };
    }
    case "lake": {
      if (scene.traits.includes("karst")) return { ...bare, camera: eye(0.6, 0.03), lands: [karstOf(scene)], water: 0.14 };
      const isPond = scene.traits.includes("lily pads");
      const land = mountainsOf(scene, {
        from: 1,
        to: 10,
        rise: isPond ? 0.5 : scene.traits.includes("fireworks") ? 0.9 : (gap.gap === undefined ? 2.1 : 1.7) * low,
        floor: -0.02,
        ...gap,
      });
      const grove: Grove = {
        from: 0.9,
        to: 5,
        count: 2600,
        treeHeight: 0.05,
        kind: "conifer",
        grows: (x, z, h) => h > 0.006 && h < 0.34 && (x * 3.7 + z * 2.9) % 1 > -0.4,
      };
      return {
        camera: eye(isPond ? 0.3 : 0.54 + lower, 0.02),
        lands: [land],
        groves: [{ on: land, grove }],
        water: scene.weather.includes("rain") ? 0.4 : 0.12,
      };
    }
    case "water town":
      return {
        // The water of a harbour has boats on it, and room before them.
        camera: scene.traits.includes("harbour") ? newCamera(width, height, 0.57, 0.012) : eye(0.62, 0.012),
        lands: [mountainsOf(scene, { from: 7, to: 16, rise: scene.hasMountains ? 1.7 : 0.7, floor: 0, near: 3 })],
        groves: [],
        water: 0.16,
      };
    case "city":
      if (isStreet(scene)) return { ...bare, camera: eye(0.6, 0.002), lands: [] };
      return {
        camera: eye(0.68, 0.016),
        lands: scene.hasMountains ? [mountainsOf(scene, { from: 8, to: 20, rise: 2, floor: 0, near: 3 })] : [],
        groves: [],
        water: 0.3,
      };
    case "forest": {
      if (isWoods(scene)) return { ...bare, camera: eye(0.6, 0.0017), lands: [] };
      const land = hillsOf(scene);
      const isJungle = scene.traits.includes("jungle");
      const isBamboo = scene.traits.includes("bamboo");
      const kind = isBamboo ? "bamboo" : scene.season === undefined && !isJungle ? "conifer" : "crown";
      const isRiver = riverOf(scene) !== undefined;
      const behind = isJungle || isBamboo ? [] : [mountainsOf(scene, { from: 3, to: 12, rise: 2, floor: 0.02, near: 1.3 })];
      return {
        ...bare,
        camera: eye(0.42, isRiver ? 0.06 : 0.09, land),
        water: isRiver ? 0.16 : undefined,
        lands: [land, ...behind],
        groves: [
          {
            on: land,
            grove: besidePath(scene, {
              from: isBamboo ? 0.16 : 0.2,
              to: isBamboo ? 2.2 : 7,
              count: isBamboo ? 900 : 1600,
              treeHeight: kind === "conifer" ? 0.1 : isBamboo ? 0.15 : 0.085,
              unevenness: 2,
              kind,
              grows: (_x, _z, h) => !isRiver || h > 0.006,
            }),
          },
        ],
      };
    }
    case "desert": {
      const land = scene.traits.includes("mesas") ? mesasOf(scene) : dunesOf(scene, gap.gap);
      return {
        ...bare,
        camera: eye((scene.traits.includes("mesas") ? 0.66 : 0.44) + lower, 0.05, land),
        lands: scene.hasMountains ? [land, mountainsOf(scene, { from: 6, to: 14, rise: 1.6, floor: -0.1, near: 3 })] : [land],
      };
    }
    case "meadow":
    case "snow": {
      const land = hillsOf(scene);
      const isRiver = riverOf(scene) !== undefined;
      const far = mountainsOf(scene, { from: 5, to: 14, rise: 2.2, floor: -0.1, near: 3 });
      // Trees that were asked for by their blossom, leaves or lights stand near enough to be looked at.
      const isNear =
        scene.season !== undefined ||
        scene.traits.includes("fairy lights") ||
        (scene.setting === "snow" &&
          (scene.things.includes("tree") || scene.traits.includes("conifers")) &&
          scene.counts.tree === undefined);
      // One tree in a field of snow is by itself there.
      const isLone = scene.setting === "snow" && !scene.hasMountains && (scene.counts.tree === 1 || scene.counts["bare tree"] === 1);
      const grove: Grove = {
        from: isNear ? 0.34 : 1.1,
        to: 8,
        count: isNear ? 420 : 260,
        treeHeight: isNear ? 0.085 : 0.07,
        kind: scene.setting === "snow" && scene.season === undefined ? "conifer" : "crown",
        grows: (x, z, h) => (!isRiver || h > 0.008) && Math.sin(x * 2.1 + scene.seed) + Math.sin(z * 1.7) > (isNear ? 0.1 : 0.6),
      };
      return {
        ...bare,
        camera: eye(0.5 + lower, isRiver ? 0.07 : 0.05, land),
        water: isRiver ? 0.16 : undefined,
        lands: scene.hasMountains || (scene.setting === "snow" && !isLone) ? [land, far] : [land],
        groves: isLone
          ? []
          : [{ on: land, grove: besidePath(scene, offRoom(scene, scene.traits.includes("cypress") ? cypresses(scene, grove) : grove)) }],
      };
    }
    case "mountains": {
      // Under snow a near slope is one white sheet: they stand farther back, with all of their faces seen.
      const land = mountainsOf(scene, {
        from: scene.hasSnow ? 3 : 0.8,
        to: 9,
        rise: (scene.traits.includes("alpenglow") ? 2.8 : 2.4) * low,
        floor: 0.02,
        ...gap,
      });
      const grove: Grove = {
        from: 0.34,
        to: 5,
        count: scene.hasSnow ? 900 : 1800,
        treeHeight: 0.05,
        kind: "conifer",
        grows: (x, z, h) => h < (scene.hasSnow ? 0.3 : 0.7) && Math.sin(x * 3 + scene.seed) + Math.sin(z * 2.3) > -0.2,
      };
      return { ...bare, camera: eye(0.5 + lower, 0.1, land), lands: [land], groves: [{ on: land, grove }] };
    }
    default:
      return { ...bare, camera: eye(1.02, 0.1), lands: [] };
  }
}

/** A sun that is seen stands low between the mountains, not behind them while the water shines. */
function towardsLowSun(scene: Scene): { readonly gap?: number } {
  const { isSunSeen, towardsSun } = daylightFor(scene);
  return isSunSeen ? { gap: towardsSun[0] / towardsSun[2] } : {};
}

/** A basin under a rock face that water falls over, with woods on both sides. */
function atFalls(scene: Scene, eye: (share: number, over: number) => Camera): Place {
  const land = fallsOf(scene);
  return { camera: eye(0.6, 0.035), lands: [land], groves: [{ on: land, grove: besideFalls(scene, land.isWooded) }], water: 0.22 };
}

function isAboutTheSky({ traits, things, weather, hour }: Scene): boolean {
  return (
    traits.includes("milky way") ||
    weather.some((each) => each === "aurora" || each === "rainbow" || each === "lightning") ||
    things.some((each) => each === "stars" || each === "balloon" || each === "planet") ||
    (things.includes("moon") && hour === "night")
  );
}
