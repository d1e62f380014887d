"use client";

import { PlainPage } from "@/components/plain-page";

export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  return <PlainPage text="failed" onAgain={reset} />;
}
