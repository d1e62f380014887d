"use client";

import { useEffect } from "react";
import { PlainPage } from "@/components/plain-page";

export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  // The desk that was waited for is not coming (`early-script.ts`).
  useEffect(() => {
    document.documentElement.inert = false;
  }, []);
  return <PlainPage text="failed" onAgain={reset} />;
}
