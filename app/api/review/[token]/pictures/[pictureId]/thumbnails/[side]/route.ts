import { routes } from "#lib/server/gate.ts";
import { askedEachTime } from "#lib/server/http/send-file.ts";
import { sendThumbnail } from "#lib/server/http/send-thumbnail.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ token: string; pictureId: string; side: string }>(
  {
    GET: async (request, { token, pictureId, side }) => {
      const house = await openHouse();
      await house.sharing.requirePicture(token, pictureId);
      return askedEachTime(await sendThumbnail(house, request, pictureId, side));
    },
  },
  { all: "open" },
);
