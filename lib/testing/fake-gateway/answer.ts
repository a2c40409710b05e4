/** One answer of the fake gateway before it goes out: whole, so that a fault can change, cut or replace it. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export function jsonAnswer(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  const type = status >= 400 ? "application/problem+json" : "application/json";
  return { status, headers: { "content-type": type, ...headers }, body: Buffer.from(JSON.stringify(value)) };
}

/** As the documents show them: `detail`, mostly with a title and the status once more. */
export function problem(status: number, detail: string, more: Readonly<Record<string, unknown>> = {}): Answer {
  return jsonAnswer(status, { title: `Error ${status}`, detail, status, ...more });
}

export function htmlAnswer(status: number): Answer {
  const body = `<html><head><title>${status} Bad Gateway</title></head><body><center><h1>${status} Bad Gateway</h1></center><hr>nginx</body></html>`;
  return { status, headers: { "content-type": "text/html" }, body: Buffer.from(body) };
}
