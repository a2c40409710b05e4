import { routes } from "#lib/server/gate.ts";
import { readLink } from "#lib/server/http/review-cookie.ts";
import { askedEachTime } from "#lib/server/http/send-file.ts";
import { sendThumbnail } from "#lib/server/http/send-thumbnail.ts";
import { openHouse } from "#lib/server/index.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ shareId: string; pictureId: string; side: string }>(
  {
    GET: async (request, { shareId, pictureId, side }) => {
      const house = await openHouse();
      await house.sharing.requirePicture({ shareId, token: readLink(request, house.config) }, pictureId);
      return askedEachTime(await sendThumbnail(house, request, pictureId, side));
    },
  },
  { all: "open" },
);
