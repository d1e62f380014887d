import "server-only";
import type * as z from "zod/mini";
import { findProblem } from "@/lib/field-problem";
import { LIMITS } from "@/lib/limits";
import { FieldError } from "./field-error";
import { checkAccess } from "./access/access";
import { checkHost } from "./host";
import { problemResponse } from "./problem";
import { readJson } from "./read-body";
import { checkSite } from "./same-site";
import { textsFor, type Texts } from "./texts";

type Params = Record<string, string | string[] | undefined>;
type Handler = (request: Request, context?: { params: Promise<Params> }) => Promise<Response>;
type Call = { request: Request; texts: Texts; params: Params };

type RouteOptions = {
  /** Answers without a password too, where one is set. */
  isPublic?: boolean;
  /** How long a body may be, where not as usual. */
  bodyBytes?: number;
};

/** A GET handler: the checks of Host and access before it, typed errors and `no-store` behind it. */
export function getRoute(act: (call: Call) => Response | Promise<Response>, options?: RouteOptions): Handler {
  return (request, context) =>
    guard(request, options, async (texts) => act({ request, texts, params: (await context?.params) ?? {} }));
}

/** A POST handler that receives a JSON body of `schema`; what a page of another site sends never reaches it. */
export function postRoute<Body>(
  schema: z.ZodMiniType<Body>,
  act: (call: Call & { body: Body }) => Response | Promise<Response>,
  options?: RouteOptions,
): Handler {
  return (request, context) =>
    guard(request, options, async (texts) => {
      checkSite(request.headers);
      const json = await readJson(request, options?.bodyBytes ?? LIMITS.bodyBytes);
      const body = schema.safeParse(json);
      if (!body.success) {
        const { path, problem } = findProblem(body.error, json);
        throw new FieldError(path, problem);
      }
      return act({ request, texts, params: (await context?.params) ?? {}, body: body.data });
    });
}

/** A DELETE handler. It reads no body; what a page of another site sends never reaches it. */
export function deleteRoute(act: (call: Call) => Promise<Response>, options?: RouteOptions): Handler {
  return (request, context) =>
    guard(request, options, async (texts) => {
      checkSite(request.headers);
      return act({ request, texts, params: (await context?.params) ?? {} });
    });
}

async function guard(
  request: Request,
  options: RouteOptions | undefined,
  act: (texts: Texts) => Promise<Response>,
): Promise<Response> {
  const texts = textsFor(request.headers);
  const response = await answer(request, options, act, texts);
  if (!response.headers.has("cache-control")) response.headers.set("cache-control", "no-store");
  return response;
}

async function answer(
  request: Request,
  { isPublic = false }: RouteOptions = {},
  act: (texts: Texts) => Promise<Response>,
  texts: Texts,
): Promise<Response> {
  try {
    checkHost(request.headers);
    if (!isPublic) checkAccess(request.headers);
    return await act(texts);
  } catch (error) {
    return problemResponse(error, texts);
  }
}
