import { chromium } from "@playwright/test";
import { findBrowser } from "@/lib/cli/find-browser";
import { weighPage } from "./support/page-weight";
const b = await chromium.launch({ executablePath: findBrowser() });
const p = await b.newPage();
const w = await weighPage(await p.context().newCDPSession(p));
const sizes: [string, number][] = [];
p.on("response", (r) => {
  if (r.url().includes(".js"))
    void r
      .request()
      .sizes()
      .then((s) => sizes.push([r.url().split("/").at(-1)!, s.responseBodySize]));
});
await p.goto(process.argv[2]!);
await p.waitForLoadState("networkidle");
await p.waitForTimeout(2000);
console.log(JSON.stringify({ kib: w().scriptBytes / 1024, r: w().requests }));
for (const [n, s] of sizes.sort((a, b) => b[1] - a[1])) console.log(s, n);
await b.close();
