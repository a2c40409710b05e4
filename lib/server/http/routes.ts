/** The methods an address knows; the others are refused by name, where the framework would answer with silence. */
import { AppError } from "#lib/errors.ts";
import type { Access, Admit } from "./admit.ts";
import { errorResponse } from "./error-response.ts";
import { type ErrorAnswer, type RouteAnswer, type RouteHandler, route } from "./route.ts";

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
type Method = (typeof methods)[number];

export type Handlers<Params> = { readonly [Name in Method]?: RouteHandler<Params> };
export type Answers<Params> = Record<Method | "OPTIONS", RouteAnswer<Params>>;

/** Who may do what at an address, where it is not as everywhere: those who look may read, those who edit may change. */
export type Accesses = { readonly [Name in Method]?: Access } & {
  readonly all?: Access;
  /** Nothing is shown of what the address names, so that it need not be for the eyes of whoever asks. */
  readonly showsNothing?: true;
  /** Also for those who have to add a second factor before anything else. */
  readonly withoutFactor?: true;
};

export interface Doors {
  /** How it is found out who asks. */
  readonly admitBy: (need: Access, withoutFactor: boolean) => Admit;
  readonly answerError?: ErrorAnswer;
}

/** HEAD is answered by GET. OPTIONS tells the methods and, no other site being invited, nothing else. */
export function routes<Params = Record<string, never>>(
  handlers: Handlers<Params>,
  access: Accesses,
  { admitBy, answerError = errorResponse }: Doors,
): Answers<Params> {
  const allowed = methods.filter((method) => handlers[method]).flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method]));
  const refusal: RouteHandler<Params> = (request) => {
    throw new AppError("method_not_allowed", `Expected ${allowed.join(" or ")} but received ${request.method}`);
  };
  const open = admitBy("open", true);
  const refuse = route<Params>(refusal, open, (error, requestId) => {
    const response = answerError(error, requestId);
    if (error.code === "method_not_allowed") response.headers.set("allow", allowed.join(", "));
    return response;
  });
  const answer = (method: Method) => {
    const handler = handlers[method];
    const need = access[method] ?? access.all ?? (method === "GET" ? "viewer" : "editor");
    const admit = admitBy(need, access.withoutFactor ?? false);
    const enter: Admit = access.showsNothing ? (request) => admit(request, null) : admit;
    return handler ? route(handler, enter, answerError) : refuse;
  };
  const tell = route<Params>(
    () => new Response(null, { status: 204, headers: { allow: [...allowed, "OPTIONS"].join(", ") } }),
    open,
    answerError,
  );
  return {
    ...{ GET: answer("GET"), POST: answer("POST"), PUT: answer("PUT"), PATCH: answer("PATCH"), DELETE: answer("DELETE") },
    OPTIONS: tell,
  };
}

/** For addresses nobody lives at: refused as data, not as a page, and by the same guards. */
export function nobodyHere(doors: Doors): Answers<unknown> {
  const missing: RouteHandler<unknown> = () => {
    throw new AppError("not_found", "Expected an address of the API but there is nothing at this one");
  };
  return routes<unknown>({ GET: missing, POST: missing, PUT: missing, PATCH: missing, DELETE: missing }, { all: "open" }, doors);
}
