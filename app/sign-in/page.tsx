import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { SignInForm } from "@/components/sign-in-form";
import { LINK_ID_PATTERN } from "@/lib/links/short-link";
import { maySeePages } from "@/lib/server/access/access";

type Search = Promise<{ link?: string | string[] }>;

export default async function SignInPage({ searchParams }: { searchParams: Search }) {
  const { link } = await searchParams;
  // Nothing but an id, so that no address leads from here to another site.
  const linkId = typeof link === "string" && LINK_ID_PATTERN.test(link) ? link : undefined;
  if (maySeePages(await headers())) redirect(linkId ? `/s/${linkId}` : "/");
  return <SignInForm linkId={linkId} />;
}
