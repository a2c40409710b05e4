/** The colours of the hours, several of each. */
import type { Hour } from "../scene.ts";

export interface Palette {
  readonly zenith: string;
  readonly middle: string;
  readonly horizon: string;
  readonly glow: string;
  readonly sun: readonly [string, number];
  readonly ambient: readonly [string, number];
  readonly haze: string;
  readonly clouds: readonly [lit: string, shade: string];
}

export const palettes: Readonly<Record<Hour, readonly Palette[]>> = {
  day: [
    {
      zenith: "1d5fae",
      middle: "4f95d4",
      horizon: "c4dfee",
      glow: "fff4d8",
      sun: ["fff1d6", 2.5],
      ambient: ["8fb8e6", 0.62],
      haze: "a9cbe3",
      clouds: ["ffffff", "8fa7c4"],
    },
    {
      zenith: "24699f",
      middle: "63abc9",
      horizon: "d8ebe6",
      glow: "fff6e0",
      sun: ["ffeec8", 2.5],
      ambient: ["9cc4da", 0.62],
      haze: "b4d3d9",
      clouds: ["fffdf6", "93acb8"],
    },
  ],
  golden: [
    {
      zenith: "3f6f9e",
      middle: "9db7bd",
      horizon: "f9d7a0",
      glow: "ffc877",
      sun: ["ffc27c", 2.8],
      ambient: ["7f93b8", 0.55],
      haze: "e8bd92",
      clouds: ["ffe3b5", "9c8a98"],
    },
    {
      zenith: "4a6796",
      middle: "b0a8b4",
      horizon: "ffcf9a",
      glow: "ffbb6a",
      sun: ["ffb674", 2.9],
      ambient: ["8489b4", 0.55],
      haze: "e2ae90",
      clouds: ["ffdcb0", "98819a"],
    },
  ],
  sunset: [
    {
      zenith: "2b3467",
      middle: "a6597f",
      horizon: "ff9a56",
      glow: "ffb04e",
      sun: ["ffa878", 2.5],
      ambient: ["7a78a8", 0.62],
      haze: "97657f",
      clouds: ["ffa066", "553d68"],
    },
    {
      zenith: "24405f",
      middle: "7f6f86",
      horizon: "ffb877",
      glow: "ffd07a",
      sun: ["ffb484", 2.5],
      ambient: ["7280a4", 0.62],
      haze: "8d7b8c",
      clouds: ["ffb583", "4c4a68"],
    },
    {
      zenith: "3a2a60",
      middle: "c4567c",
      horizon: "ffa97a",
      glow: "ffc08a",
      sun: ["ffa48c", 2.5],
      ambient: ["866fa6", 0.62],
      haze: "a9668c",
      clouds: ["ff9a8a", "5c3a6a"],
    },
  ],
  dusk: [
    {
      zenith: "15244f",
      middle: "47558c",
      horizon: "e3a08e",
      glow: "f2b48c",
      sun: ["d2acb8", 1.25],
      ambient: ["6676b0", 0.82],
      haze: "7a76a0",
      clouds: ["c48aa0", "2f3a66"],
    },
    {
      zenith: "10304f",
      middle: "3f6c8c",
      horizon: "e8b79a",
      glow: "f4c79c",
      sun: ["ccb2b2", 1.25],
      ambient: ["6486b0", 0.82],
      haze: "6f87a0",
      clouds: ["c99a96", "2a4462"],
    },
  ],
  night: [
    {
      zenith: "040814",
      middle: "0b1836",
      horizon: "223a66",
      glow: "5d7cb4",
      sun: ["a9c0ec", 0.7],
      ambient: ["33486f", 0.7],
      haze: "1d3259",
      clouds: ["34486f", "0c1630"],
    },
    {
      zenith: "05070f",
      middle: "0f1a38",
      horizon: "2c3c66",
      glow: "6b7fb0",
      sun: ["b6c4ea", 0.7],
      ambient: ["3a4670", 0.7],
      haze: "232f56",
      clouds: ["3a4670", "10152c"],
    },
  ],
  storm: [
    {
      zenith: "1e252f",
      middle: "414c57",
      horizon: "8f9a9c",
      glow: "b9bfb6",
      sun: ["c8ccc4", 0.5],
      ambient: ["7f8c98", 0.75],
      haze: "7d898e",
      clouds: ["8b959b", "20272f"],
    },
    {
      zenith: "232530",
      middle: "4a4c57",
      horizon: "a39c92",
      glow: "c9bda4",
      sun: ["cfc4b0", 0.5],
      ambient: ["85868f", 0.75],
      haze: "86837f",
      clouds: ["97928c", "23242c"],
    },
  ],
};

/** Under a closed cover of clouds there is no sun, and hardly a shadow. */
export const overcastDay: readonly Palette[] = [
  {
    zenith: "7f8c9a",
    middle: "a4afb8",
    horizon: "d2d8da",
    glow: "e8e8e4",
    sun: ["f2efe8", 0.75],
    ambient: ["b9c4cd", 0.92],
    haze: "bcc6cb",
    clouds: ["dfe3e5", "7c8894"],
  },
  {
    zenith: "87898f",
    middle: "a9adb0",
    horizon: "dbd8d0",
    glow: "ece6da",
    sun: ["f3ece0", 0.75],
    ambient: ["bfc4c6", 0.92],
    haze: "c4c6c4",
    clouds: ["e3e1dc", "83878e"],
  },
];

export const neonNight: Palette = {
  zenith: "0b0720",
  middle: "1b1346",
  horizon: "6a2a78",
  glow: "ff5fb0",
  sun: ["b58aff", 0.4],
  ambient: ["3f4a8c", 0.55],
  haze: "3d1c66",
  clouds: ["7a3a8c", "140a2c"],
};

/** Snow that has the last light while the valley lies in blue: gold as it begins, rose as it ends. */
export const goldenPeaks: Palette = {
  zenith: "2f5288",
  middle: "7c96b8",
  horizon: "d9c3b4",
  glow: "f2cfae",
  sun: ["ffa24a", 3.5],
  ambient: ["6f86b8", 0.6],
  haze: "8193b4",
  clouds: ["ffc592", "76799a"],
};
export const rosyPeaks: Palette = {
  zenith: "34487f",
  middle: "8087b6",
  horizon: "ecb4b4",
  glow: "f6c2b4",
  sun: ["ff7f62", 3.5],
  ambient: ["6c7fb6", 0.6],
  haze: "8288b2",
  clouds: ["ff9f92", "665f8e"],
};
