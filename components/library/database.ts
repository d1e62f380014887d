const NAME = "fader";
const VERSION = 1;
const STORES = ["entries", "documents"] as const;

/** What the library is kept in: `entries` for the list (with an index by name), and their `documents` by the same ids. */
export type Stores = Record<(typeof STORES)[number], IDBObjectStore>;

/** Why the browser's storage did not do what it should; `lib/messages` has `library.failures.<code>` for each. */
export class LibraryFailure extends Error {
  override readonly name = "LibraryFailure";

  constructor(readonly code: "unavailable" | "full" | "gone") {
    super(code);
  }
}

let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  const forget = () => (opened = undefined);
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    // Where storage is forbidden, asking for it throws already.
    const request = indexedDB.open(NAME, VERSION);
    request.addEventListener("upgradeneeded", () => {
      const entries = request.result.createObjectStore("entries", { keyPath: "id" });
      entries.createIndex("name", "name");
      request.result.createObjectStore("documents");
    });
    request.addEventListener("error", () => reject(request.error));
    request.addEventListener("success", () => {
      const database = request.result;
      // Another tab has a newer Fader: it must not wait for this one.
      database.addEventListener("versionchange", () => {
        database.close();
        forget();
      });
      database.addEventListener("close", forget);
      resolve(database);
    });
  });
  opened.catch(forget);
  return opened;
}

/**
 * Does some work on the stores, all of it or nothing, and gives its result when it is safely written. Two tabs take turns.
 * The work may wait for `answerOf` its requests and for nothing else. Throws `LibraryFailure`.
 */
export async function inTransaction<T>(
  mode: IDBTransactionMode,
  work: (stores: Stores) => Promise<T>,
): Promise<T> {
  const database = await open().catch(() => {
    throw new LibraryFailure("unavailable");
  });
  let transaction: IDBTransaction | undefined;
  try {
    transaction = database.transaction(STORES, mode, { durability: "strict" });
    const written = endOf(transaction);
    const result = await work({
      entries: transaction.objectStore("entries"),
      documents: transaction.objectStore("documents"),
    });
    await written;
    return result;
  } catch (error) {
    // Requests behind the one that the storage refused only hear that all has ended.
    const cause = transaction?.error ?? error;
    abort(transaction);
    if (!(cause instanceof DOMException)) throw error;
    throw new LibraryFailure(cause.name === "QuotaExceededError" ? "full" : "unavailable");
  }
}

function abort(transaction: IDBTransaction | undefined): void {
  try {
    transaction?.abort();
  } catch {
    // It has ended by itself.
  }
}

function endOf(transaction: IDBTransaction): Promise<void> {
  const end = new Promise<void>((resolve, reject) => {
    transaction.addEventListener("complete", () => resolve());
    transaction.addEventListener("abort", () => reject(transaction.error));
  });
  // Whoever waits for its requests hears of a failure from them.
  end.catch(() => {});
  return end;
}

/** What a request answers, in a promise. */
export function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error));
  });
}
