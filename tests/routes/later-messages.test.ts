import { expect, test } from "vitest";
import { GET } from "@/app/api/messages/[language]/route";
import { LATER_GROUPS, pageMessages } from "@/lib/messages/compiled";
import { en } from "@/lib/messages/en";

async function ask(language: string): Promise<Response> {
  const request = new Request(`http://localhost:3000/api/messages/${language}`, {
    headers: { host: "localhost:3000" },
  });
  return GET(request, { params: Promise.resolve({ language }) });
}

test("gives the texts of what comes on demand, and none that a page begins with or only the server says", async () => {
  const texts = (await (await ask("en")).json()) as Record<string, object>;
  expect(Object.keys(texts)).toEqual([...LATER_GROUPS, "errors"]);
  const page = pageMessages("en");
  expect(Object.keys(page).filter((group) => group in texts)).toEqual(["errors"]);
  // Of errors a page begins with those that a run can have; what comes later has them all.
  expect(Object.keys(texts.errors ?? {})).toEqual(Object.keys(en.errors));
  const later = Object.keys(en.errors).filter((code) => !(code in page.errors));
  expect(later.filter((code) => !/link|storage|delete_key/.test(code))).toEqual([]);
  expect(later).toHaveLength(10);
  expect(Object.keys(texts.lens ?? {})).toEqual(Object.keys(en.lens));
});

test.each(["de", "__proto__", "constructor"])("knows no language %s", async (language) => {
  expect((await ask(language)).status).toBe(404);
});
