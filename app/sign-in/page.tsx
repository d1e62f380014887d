import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { SignInForm } from "@/components/sign-in-form";
import { maySeePages } from "@/lib/server/access/access";

export default async function SignInPage() {
  if (maySeePages(await headers())) redirect("/");
  return <SignInForm />;
}
