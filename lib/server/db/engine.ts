import "server-only";
import type { Kysely } from "kysely";
import type { Tables } from "./tables";

/** A database that is open. What the two engines do differently is here, and nowhere else. */
export type Engine = {
  db: Kysely<Tables>;
  /** Runs `act` while no other process can do the same: all of what it does is kept, or nothing. */
  alone: (act: (db: Kysely<Tables>) => Promise<void>) => Promise<void>;
  close: () => Promise<void>;
};
