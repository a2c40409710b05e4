import { facadeRoutes } from "#lib/server/gate.ts";
import { sendPicture } from "#lib/server/http/send-picture.ts";
import { openHouse } from "#lib/server/index.ts";

/**
 * Only what came or went by the facade. The ending is for the caller's eyes; the bytes are named by what stands before it. Open, as the results of such services
 * are: clients fetch them without their token, and the name is 256 bits that only those know who were told.
 */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = facadeRoutes<{ file: string }>(
  {
    GET: async (request, { file }) => {
      const house = await openHouse();
      const pictureId = file.replace(/\.[a-z]+$/, "");
      await house.sight.requireOfFacade(pictureId);
      return sendPicture(house, request, pictureId);
    },
  },
  { all: "open" },
);
