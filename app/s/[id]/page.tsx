import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Desk } from "@/app/desk";
import { LINK_ID_PATTERN } from "@/lib/links/short-link";

/** The same is said by headers (next.config.js), for those who do not read the page. */
export const metadata: Metadata = {
  robots: { index: false, follow: false, noarchive: true },
  referrer: "no-referrer",
};

/** A short link: the desk, which fetches what the link holds. */
export default async function SharedPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  if (!LINK_ID_PATTERN.test(id)) notFound();
  return <Desk linkId={id} />;
}
