/** What the server tests ask of a running studio, and how they wait: by looking again until a deadline. */
import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from "node:http";
import { isTerminal, type Picture, type Prediction, type Project, paths } from "#lib/wire.ts";

const lookEveryMs = 50;

export async function until<Found>(what: string, look: () => Promise<Found | null>, withinMs = 180_000): Promise<Found> {
  const untilMs = Date.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    if (Date.now() > untilMs) throw new Error(`Expected ${what} within ${withinMs / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly text: string;
}

export interface Question {
  readonly method?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string | Uint8Array;
}

/** Unlike fetch, sends every header as it is told, Host and Origin included. */
export function ask(origin: string, target: string, { method = "GET", headers = {}, body }: Question = {}): Promise<Answer> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { "content-length": Buffer.byteLength(body) };
    const sent = request({ hostname, port, path: target, method, headers: { ...length, ...headers }, agent: false });
    sent.once("error", reject).once("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.once("error", reject).once("end", () => {
        const bytes = Buffer.concat(chunks);
        resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes, text: bytes.toString("utf8") });
      });
    });
    sent.end(body);
  });
}

/** By the secret of a review link, as its page does: answers which link it is, and the cookie that opens what lies below it. */
export async function enterReview(origin: string, token: string): Promise<{ readonly shareId: string; readonly cookie: string }> {
  const answer = await askJson(origin, paths.reviewEntry, { token });
  if (answer.status !== 200) throw new Error(`Expected a link that is open but received ${answer.status}`);
  return { shareId: JSON.parse(answer.text).shareId, cookie: String(answer.headers["set-cookie"]?.[0]).split(";")[0] ?? "" };
}

export function askJson(origin: string, target: string, value: unknown, headers: OutgoingHttpHeaders = {}): Promise<Answer> {
  const body = JSON.stringify(value);
  return ask(origin, target, { method: "POST", headers: { "content-type": "application/json", ...headers }, body });
}

export async function upload(origin: string, bytes: Uint8Array): Promise<Picture> {
  const answer = await ask(origin, paths.pictures, { method: "POST", body: bytes });
  if (answer.status !== 201) throw new Error(`Expected the picture to be taken in but received ${answer.status} ${answer.text}`);
  return JSON.parse(answer.text);
}

export async function createProject(origin: string, name = "Tests"): Promise<Project> {
  return JSON.parse((await askJson(origin, paths.projects, { name })).text);
}

export async function startPrediction(
  origin: string,
  { projectId, model, inputs }: { readonly projectId: string; readonly model: string; readonly inputs: object },
): Promise<Prediction> {
  const answer = await askJson(origin, paths.predictions, { projectId, model, inputs });
  if (answer.status !== 201) throw new Error(`Expected a prediction but received ${answer.status} ${answer.text}`);
  return JSON.parse(answer.text);
}

export async function readPrediction(origin: string, id: string): Promise<Prediction> {
  return JSON.parse((await ask(origin, paths.prediction(id))).text);
}

export function untilEnded(origin: string, id: string, withinMs?: number): Promise<Prediction> {
  return until(
    `prediction ${id} to end`,
    async () => {
      const prediction = await readPrediction(origin, id);
      return isTerminal(prediction.status) ? prediction : null;
    },
    withinMs,
  );
}
