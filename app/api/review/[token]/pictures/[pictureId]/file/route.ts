import { routes } from "#lib/server/gate.ts";
import { askedEachTime } from "#lib/server/http/send-file.ts";
import { sendPicture } from "#lib/server/http/send-picture.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ token: string; pictureId: string }>(
  {
    GET: async (request, { token, pictureId }) => {
      const house = await openHouse();
      await house.sharing.requirePicture(token, pictureId);
      return askedEachTime(await sendPicture(house, request, pictureId));
    },
  },
  { all: "open" },
);
