import { expect, it } from "vitest";
import { loadSprout } from "@/lib/server/sprout/load-sprout";

it("gives the memory of stopped answers back", () => {
  const sprout = loadSprout();
  const startAndStop = () => {
    const { steps } = sprout({
      system: "",
      messages: [{ role: "user", content: "Tell me a story." }],
      parameters: {},
      seed: 1,
    });
    steps.next();
    steps.next();
    steps.return("complete");
  };
  startAndStop();
  const before = process.memoryUsage().arrayBuffers + process.memoryUsage().external;
  for (let stopped = 0; stopped < 100; stopped += 1) startAndStop();
  const grown = process.memoryUsage().arrayBuffers + process.memoryUsage().external - before;
  // Each answer's cache is a megabyte; a leak would be a hundred.
  expect(grown).toBeLessThan(30 * 1024 * 1024);
});
