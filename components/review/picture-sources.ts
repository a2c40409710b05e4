"use client";

import { createContext, useContext } from "react";
import { paths, type ThumbnailSide } from "#lib/wire.ts";

/** Where the bytes of a picture come from: the studio's own addresses, or for those who came by a link the link's. */
export interface PictureSources {
  file(pictureId: string): string;
  thumbnail(pictureId: string, side: ThumbnailSide): string;
}

export const PictureSourcesContext = createContext<PictureSources>({ file: paths.pictureFile, thumbnail: paths.thumbnail });

export function usePictureSources(): PictureSources {
  return useContext(PictureSourcesContext);
}
