import type { ParameterValues } from "@/lib/catalog/parameters";
import { newId } from "@/lib/new-id";
import type { RunRequest } from "@/lib/run-request";

/** A valid body of `POST /api/run`: `panes` panes with the same parameters. */
export function runBody({
  panes = 1,
  parameters = {},
  message = "Tell me a story about a fox.",
}: { panes?: number; parameters?: ParameterValues; message?: string } = {}): RunRequest {
  return {
    id: newId(),
    messages: [{ role: "user", content: message }],
    panes: Array.from({ length: panes }, (_, index) => ({
      id: `pane-${index + 1}`,
      model: "built-in/sprout",
      parameters,
    })),
  };
}

/** A request as a program on this machine sends it; `headers` on top. */
export function jsonRequest(path: string, body: unknown, headers: Record<string, string> = {}): Request {
  return new Request(`http://localhost:3000${path}`, {
    method: "POST",
    headers: { host: "localhost:3000", "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}

/** The error of a refusal, checked for its one shape. */
export async function refusalOf(
  response: Response,
): Promise<{ status: number; code: string; message: string; path?: string }> {
  const { error } = (await response.json()) as { error: { code: string; message: string; path?: string } };
  return { status: response.status, ...error };
}
