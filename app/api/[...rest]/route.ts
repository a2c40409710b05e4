import { nobodyHere } from "#lib/server/http/only-methods.ts";

export const { GET, POST, PUT, PATCH, DELETE } = nobodyHere();
