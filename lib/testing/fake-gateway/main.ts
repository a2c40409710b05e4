/** The fake gateway as a process of its own: `node main.ts '{"port":0,"isTerse":true}'` prints its address as one line of JSON. */
import { startFakeGateway } from "./fake-gateway.ts";

const written = process.argv[2] ?? process.env.FAKE_GATEWAY_OPTIONS ?? "{}";
const gateway = await startFakeGateway(JSON.parse(written));
const { origin, baseUrl, token } = gateway;
console.info(JSON.stringify({ origin, port: Number(new URL(origin).port), baseUrl, token }));
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => gateway.close().then(() => process.exit(0)));
