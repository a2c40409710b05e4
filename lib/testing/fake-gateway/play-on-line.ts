/** Faults below HTTP: what goes over the line when a server is broken, slow or gone. */
import type { ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Answer } from "./answer.ts";
import type { LineFault } from "./faults.ts";

type Play = (socket: Socket, answer: Answer) => void;

const dripEveryMs = 1000;

const plays: Readonly<Record<LineFault, Play>> = {
  "no-answer": () => undefined,
  "reset-before-headers": (socket) => socket.resetAndDestroy(),
  "reset-in-headers": (socket) => socket.write("HTTP/1.1 200 OK\r\nContent-Ty", () => socket.resetAndDestroy()),
  "reset-after-headers": (socket, answer) => socket.write(headOf(answer), () => socket.resetAndDestroy()),
  "reset-mid-body": (socket, answer) => socket.write(Buffer.concat([headOf(answer), half(answer)]), () => socket.resetAndDestroy()),
  "truncated-length": (socket, answer) => socket.end(Buffer.concat([headOf(answer), half(answer)])),
  "endless-chunks": (socket) => {
    socket.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
    pour(socket, Buffer.from(`10000\r\n${" ".repeat(65_536)}\r\n`));
  },
  "slow-headers": (socket, answer) => drip(socket, Buffer.concat([headOf(answer), answer.body])),
  "slow-body": (socket, answer) => {
    socket.write(headOf(answer));
    drip(socket, answer.body);
  },
  "huge-body": (socket) => {
    socket.write(`HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${1024 ** 3}\r\n\r\n`);
    pour(socket, Buffer.alloc(65_536, 32));
  },
};

export function playOnLine(fault: LineFault, response: ServerResponse, answer: Answer): void {
  const { socket } = response;
  if (socket) plays[fault](socket, answer);
}

function headOf({ status, headers, body }: Answer): Buffer {
  const lines = Object.entries({ ...headers, "content-length": String(body.length) }).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`HTTP/1.1 ${status} OK\r\n${lines.join("")}\r\n`);
}

function half({ body }: Answer): Buffer {
  return body.subarray(0, Math.floor(body.length / 2));
}

function drip(socket: Socket, bytes: Buffer): void {
  let sent = 0;
  const timer = setInterval(() => {
    sent += 1;
    socket.write(bytes.subarray(sent - 1, sent));
    if (sent >= bytes.length) socket.end();
  }, dripEveryMs);
  socket.on("close", () => clearInterval(timer));
}

function pour(socket: Socket, piece: Buffer): void {
  const fill = () => {
    while (!socket.destroyed && socket.write(piece));
  };
  socket.on("drain", fill);
  fill();
}
