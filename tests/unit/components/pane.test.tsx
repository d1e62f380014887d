import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { IntlProvider } from "use-intl";
import { DeskContext } from "@/components/playground/desk-context";
import { createDeskStore } from "@/components/playground/desk-store";
import { PaneCard } from "@/components/playground/pane-card";
import { compiledMessages } from "@/lib/messages/compiled";
import type { Desk, RunRecord } from "@/lib/playground/experiment";
import { NEW_RUN, type Run } from "@/lib/run";
import { deskWith } from "../playground/support";
import { toolsFor } from "./tools";

function card(run: Partial<Run>, record: Partial<RunRecord> = {}): string {
  const desk: Desk = {
    ...deskWith(1),
    runs: {
      p1: {
        shown: 0,
        records: [
          {
            id: "r",
            model: "built-in/sprout",
            parameters: {},
            startedAt: 0,
            ...record,
            run: { ...NEW_RUN, ...run },
          },
        ],
      },
    },
  };
  const store = createDeskStore(desk);
  const [pane] = desk.experiment.panes;
  return renderToStaticMarkup(
    <IntlProvider locale="en" messages={compiledMessages("en")} timeZone="UTC">
      <DeskContext value={toolsFor(store)}>
        {pane && <PaneCard pane={pane} number={1} enlarged={false} onEnlarge={() => {}} />}
      </DeskContext>
    </IntlProvider>,
  );
}

const end = (reason: "complete" | "length" | "cut" | "stopped"): Partial<Run> => ({
  state: "ended",
  text: "par",
  end: { reason, timings: { firstTokenMs: 9.4, totalMs: 20, tokensPerSecond: 123.4 } },
});

describe("a pane", () => {
  it("waits, writes and ends in words", () => {
    expect(card({})).toContain("waiting");
    expect(card({ state: "streaming", text: "The" })).toContain("writing");
    expect(card(end("complete"))).toMatch(/>complete/);
    expect(card(end("length"))).toContain("max tokens reached");
    expect(card(end("stopped"))).toContain("stopped");
  });

  it("never shows a cut answer as complete, and offers to run again", () => {
    const html = card(end("cut"));
    expect(html).not.toMatch(/>complete/);
    expect(html).toContain("cut off");
    expect(html).toContain("par");
    expect(html).toContain("Run again");
  });

  it("shows tokens, time and speed", () => {
    const html = card({ ...end("complete"), usage: { source: "server", input: 14, output: 8 } });
    expect(html).toContain("14 in, 8 out");
    expect(html).toContain("9 ms");
    expect(html).toContain("123 tokens/s");
  });

  it("says an error in the reader's words with its figures", () => {
    const html = card({
      state: "failed",
      error: {
        code: "context_overflow",
        phase: "before",
        message: "x",
        retryable: false,
        values: { promptTokens: 300, maxTokens: 0, contextTokens: 256 },
      },
    });
    expect(html).toContain('role="alert"');
    expect(html).toContain("300");
    expect(html).toContain("256");
    expect(html).not.toContain("Run again");
  });

  it("writes what a model wrote as text, whatever it is", () => {
    const html = card({ ...end("complete"), text: "<img src=x onerror=alert(1)>" });
    expect(html).toContain("&lt;img src=x onerror=alert(1)&gt;");
  });

  it("offers Stop while it runs and Run when it does not", () => {
    expect(card({})).toContain('aria-label="Stop pane 1"');
    expect(card(end("complete"))).toContain('aria-label="Run pane 1"');
  });

  it("marks a recorded example", () => {
    expect(card(end("complete"), { example: true })).toContain("recorded example");
  });
});
