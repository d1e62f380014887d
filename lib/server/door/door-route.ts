import "server-only";
import type * as z from "zod/mini";
import { getRoute, postRoute } from "../route";
import { DoorError, errorBody, problemAnswer, statusOf } from "./problem";

type Handler = ReturnType<typeof getRoute>;
type GetCall = Parameters<Parameters<typeof getRoute>[0]>[0];
type Act<Call> = (call: Call) => Response | Promise<Response>;

/** A guarded GET of the door: every refusal, the guard's own among them, has OpenAI's shape. */
export function doorGet(act: Act<GetCall>): Handler {
  return inOpenAiShape(getRoute(refusing(act)));
}

/** The same for a POST with a JSON body of `schema`. */
export function doorPost<Body>(schema: z.ZodMiniType<Body>, act: Act<GetCall & { body: Body }>): Handler {
  return inOpenAiShape(postRoute(schema, refusing(act)));
}

function refusing<Call>(act: Act<Call>): Act<Call> {
  return async (call) => {
    try {
      return await act(call);
    } catch (error) {
      if (error instanceof DoorError) return problemAnswer(error.problem);
      throw error;
    }
  };
}

/** A refusal in Fader's shape or already in OpenAI's. */
type Refusal = { error: { code: string; message: string; path?: string; param?: string | null } };

function inOpenAiShape(handler: Handler): Handler {
  return async (request, context) => {
    const response = await handler(request, context);
    return response.status < 400 ? response : reshape(response);
  };
}

async function reshape(response: Response): Promise<Response> {
  const { code, message, path, param } = ((await response.json()) as Refusal).error;
  const problem = { status: response.status, code, message, param: param ?? path };
  const headers = new Headers(response.headers);
  headers.delete("content-length");
  return Response.json(errorBody(problem), { status: statusOf(problem), headers });
}
