import "server-only";

type Turn<T> = { source: AsyncGenerator<T>; result: IteratorResult<T> };

/**
 * Several streams as one, in the order in which they have something. Each is asked for one item ahead and no more, so a
 * reader who stalls stalls them all, and none can crowd out another. When the reader leaves, all are told to end.
 */
export async function* merge<T>(sources: readonly AsyncGenerator<T>[]): AsyncGenerator<T> {
  const ready: Turn<T>[] = [];
  let open = sources.length;
  let fault: { error: unknown } | undefined;
  let wake = () => {};
  const ask = (source: AsyncGenerator<T>) =>
    void source.next().then(
      (result) => {
        ready.push({ source, result });
        wake();
      },
      (error: unknown) => {
        fault ??= { error };
        wake();
      },
    );
  try {
    sources.forEach(ask);
    while (open > 0) {
      const turn = ready.shift();
      if (fault) throw fault.error;
      if (!turn) await new Promise<void>((resolve) => (wake = resolve));
      else if (turn.result.done) open -= 1;
      else {
        yield turn.result.value;
        ask(turn.source);
      }
    }
  } finally {
    // Not awaited: a source may be in the middle of something; its own signal is what stops it.
    for (const source of sources) void source.return(undefined).catch(() => {});
  }
}
