import type { LaterMessages, PageMessages } from "./compiled";
import type { Language } from "./languages";

declare module "use-intl" {
  interface AppConfig {
    Locale: Language;
    Messages: PageMessages & LaterMessages;
  }
}
