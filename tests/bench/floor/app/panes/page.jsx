import { connection } from "next/server";
import { Panes } from "./panes";

/** `?panes=2&model=...`: so many answers beside each other, and nothing else. */
export default async function Page({ searchParams }) {
  await connection();
  const { panes, model } = await searchParams;
  return <Panes panes={Number(panes)} model={model} />;
}
