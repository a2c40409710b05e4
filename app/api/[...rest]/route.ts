import { nobodyHere } from "#lib/server/http/routes.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = nobodyHere();
