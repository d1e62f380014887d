/** What is fetched once, when it is first asked for; what failed is fetched anew the next time. */
export function fetchOnce<T>(fetchIt: () => Promise<T>): () => Promise<T> {
  let pending: Promise<T> | undefined;
  return () => {
    pending ??= fetchIt();
    pending.catch(() => (pending = undefined));
    return pending;
  };
}
