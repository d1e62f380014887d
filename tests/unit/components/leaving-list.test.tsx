import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { IntlProvider } from "use-intl";
import { LeavingList } from "@/components/share/leaving-list";
import { whatLeaves } from "@/lib/links/what-leaves";
import { compiledMessages } from "@/lib/messages/compiled";
import { FULL_DOCUMENT } from "../links/support";

test("a variable is listed by its name, whatever its value is", () => {
  const variables = [
    { name: "animal", value: "cat" },
    { name: "pupil", value: "" },
  ];
  const html = renderToStaticMarkup(
    <IntlProvider locale="en" messages={compiledMessages("en")} timeZone="UTC">
      <LeavingList list={whatLeaves({ ...FULL_DOCUMENT, variables })} />
    </IntlProvider>,
  );
  const text = html.replaceAll(/<[^>]*>/g, " ").replaceAll(/ +/g, " ");
  expect(text).toContain("{{animal}} cat ");
  expect(text).toContain("{{pupil}} (nothing) ");
});
