/** Clients that begin a request and hardly go on with it: a byte now and then, as many as one likes. */
import { connect, type Socket } from "node:net";

export interface SlowSockets {
  /** Those the server has not ended. */
  open(): number;
  close(): void;
}

const byteEveryMs = 5000;

/** `opening` is what each sends at once; the rest would be so many more letters. */
export async function openSlowSockets(port: number, count: number, opening: string): Promise<SlowSockets> {
  const sockets = new Set<Socket>();
  await Promise.all(
    Array.from({ length: count }, async () => {
      const socket = connect(port, "127.0.0.1");
      const opened = Promise.withResolvers<void>();
      socket.once("connect", () => opened.resolve()).once("error", opened.reject);
      await opened.promise;
      sockets.add(socket);
      // What a server says to somebody it gives up is read, so that its end arrives.
      socket.on("error", () => undefined).on("close", () => sockets.delete(socket));
      socket.resume().write(opening);
    }),
  );
  const dripping = setInterval(() => {
    for (const socket of sockets) if (socket.writable) socket.write("x");
  }, byteEveryMs);
  return {
    open: () => sockets.size,
    close() {
      clearInterval(dripping);
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** Headers that never end. */
export const slowHeaders = "GET /api/projects HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ";

/** A body that never ends, of a request that would be taken. */
export function slowBody(target: string, port: number): string {
  const headers = [`Host: 127.0.0.1:${port}`, "Content-Type: application/octet-stream", "Content-Length: 100000"];
  return `POST ${target} HTTP/1.1\r\n${headers.join("\r\n")}\r\n\r\n`;
}
