/** The fake gateway as a process of its own: `node main.ts '{"port":0,"isTerse":true}'` prints its address as one line of JSON; with `"isBending":true` it paints as the real models do. */

import { startFakeGateway } from "./fake-gateway.ts";
import { paintBent } from "./paint-bent.ts";

const written = process.argv[2] ?? process.env.FAKE_GATEWAY_OPTIONS ?? "{}";
const { isBending, ...options } = JSON.parse(written);
const gateway = await startFakeGateway(isBending ? { ...options, paint: paintBent } : options);
const { origin, baseUrl, token } = gateway;
console.info(JSON.stringify({ origin, port: Number(new URL(origin).port), baseUrl, token }));
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => gateway.close().then(() => process.exit(0)));
