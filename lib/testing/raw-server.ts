/** A TCP server that answers with exactly the bytes a test wants, for faults no HTTP library would let us send. */
import net from "node:net";

export interface RawServer {
  readonly port: number;
  readonly origin: string;
  /** How many connections were made. */
  readonly connections: number;
  close(): Promise<void>;
}

export type RawAnswer = (socket: net.Socket, requestHead: string) => void;

export async function startRawServer(answer: RawAnswer, host = "127.0.0.1"): Promise<RawServer> {
  const sockets = new Set<net.Socket>();
  let connections = 0;
  const server = net.createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => undefined);
    socket.once("data", (bytes) => answer(socket, bytes.toString("latin1")));
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    get connections() {
      return connections;
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** An origin on this machine where nothing listens. */
export async function closedOrigin(): Promise<string> {
  const server = await startRawServer(() => undefined);
  await server.close();
  return server.origin;
}
