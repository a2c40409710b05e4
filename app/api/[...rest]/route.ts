import { nobodyHere } from "#lib/server/gate.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = nobodyHere();
