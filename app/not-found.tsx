import { PlainPage } from "@/components/plain-page";

export default function NotFound() {
  return <PlainPage text="notFound" />;
}
