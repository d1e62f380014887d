/** Passes a request on and its answer back, unread: what any proxy in Next costs. */
export async function POST(request) {
  const response = await fetch(process.env.BENCH_UPSTREAM, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: await request.text(),
    signal: request.signal,
    cache: "no-store",
  });
  return new Response(response.body, {
    headers: {
      "content-type": response.headers.get("content-type") ?? "",
      "cache-control": "no-store, no-transform",
    },
  });
}
