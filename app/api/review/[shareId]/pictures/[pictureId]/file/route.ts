import { routes } from "#lib/server/gate.ts";
import { readLink } from "#lib/server/http/review-cookie.ts";
import { askedEachTime } from "#lib/server/http/send-file.ts";
import { sendPicture } from "#lib/server/http/send-picture.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ shareId: string; pictureId: string }>(
  {
    GET: async (request, { shareId, pictureId }) => {
      const house = await openHouse();
      await house.sharing.requirePicture({ shareId, token: readLink(request, house.config) }, pictureId);
      return askedEachTime(await sendPicture(house, request, pictureId));
    },
  },
  { all: "open" },
);
