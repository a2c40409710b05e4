/** The methods an address knows; the others are refused by name, where the framework would answer with silence. */
import { AppError } from "#lib/errors.ts";
import { errorResponse } from "./error-response.ts";
import { type ErrorAnswer, type RouteAnswer, route } from "./route.ts";

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
type Method = (typeof methods)[number];

export function onlyMethods<Params = Record<string, never>>(
  answers: { readonly [Name in Method]?: RouteAnswer<Params> },
  answerError: ErrorAnswer = errorResponse,
): Record<Method, RouteAnswer<Params>> {
  const allowed = methods.filter((method) => answers[method]);
  const allow = allowed.flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method])).join(", ");
  const refuse = route<Params>(
    (request) => {
      throw new AppError("method_not_allowed", `Expected ${allow || "another address"} but received ${request.method}`);
    },
    (error, requestId) => {
      const response = answerError(error, requestId);
      response.headers.set("allow", allow);
      return response;
    },
  );
  const { GET = refuse, POST = refuse, PUT = refuse, PATCH = refuse, DELETE = refuse } = answers;
  return { GET, POST, PUT, PATCH, DELETE };
}

/** For addresses nobody lives at: no page of ours, and not for every Host either. */
export function nobodyHere(answerError: ErrorAnswer = errorResponse): Record<Method, RouteAnswer<unknown>> {
  const answer = route<unknown>(() => {
    throw new AppError("not_found", "Expected an address of the API but there is nothing at this one");
  }, answerError);
  return { GET: answer, POST: answer, PUT: answer, PATCH: answer, DELETE: answer };
}
