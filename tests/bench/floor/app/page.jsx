import { connection } from "next/server";
import { Counter } from "./counter";

/** Rendered for each request, as the desk is. */
export default async function Page() {
  await connection();
  return <Counter />;
}
