import "server-only";

type Turn<T> = { source: AsyncGenerator<T>; index: number; result: IteratorResult<T> };

/**
 * Several streams as one, in the order in which they have something: each step gives what is ready, marked with its
 * source's index. Each source is asked for one item ahead and no more, so a reader who stalls stalls them all, and none
 * can crowd out another. When the reader leaves, all are told to end.
 */
export async function* merge<T, Marked>(
  sources: readonly AsyncGenerator<T>[],
  mark: (item: T, index: number) => Marked,
): AsyncGenerator<Marked[]> {
  let ready: Turn<T>[] = [];
  let open = sources.length;
  let fault: { error: unknown } | undefined;
  let wake = () => {};
  const ask = (source: AsyncGenerator<T>, index: number) =>
    void source.next().then(
      (result) => {
        ready.push({ source, index, result });
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
      if (ready.length === 0 && !fault) await new Promise<void>((resolve) => (wake = resolve));
      if (fault) throw fault.error;
      const turns = ready;
      ready = [];
      const going = turns.filter(({ result }) => !result.done);
      open -= turns.length - going.length;
      if (going.length === 0) continue;
      yield going.map(({ result, index }) => mark(result.value as T, index));
      for (const { source, index } of going) ask(source, index);
    }
  } finally {
    // Not awaited: a source may be in the middle of something; its own signal is what stops it.
    for (const source of sources) void source.return(undefined).catch(() => {});
  }
}
