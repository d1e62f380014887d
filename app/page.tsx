import { Playground } from "@/components/playground/playground";
import { LANGUAGES, type Language } from "@/lib/messages/languages";

const languages = Object.entries(LANGUAGES).map(([id, { label }]) => ({ id: id as Language, label }));

export default function Page() {
  return <Playground languages={languages} />;
}
