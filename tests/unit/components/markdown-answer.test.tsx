import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import MarkdownAnswer from "@/components/playground/markdown-answer";

const render = (text: string) => renderToStaticMarkup(<MarkdownAnswer text={text} />);

describe("an answer as Markdown", () => {
  it("is formatted", () => {
    expect(render("# A\n\n**b** and `c`\n\n| x |\n|---|\n| 1 |")).toMatch(
      /<h1>A<\/h1>[\s\S]*<strong>b<\/strong>[\s\S]*<code>c<\/code>[\s\S]*<table>/,
    );
  });

  it.each([
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<iframe src=https://evil.example></iframe>",
    "<svg onload=alert(1)>",
    "![x](https://evil.example/?q=1)",
    "![x][y]\n\n[y]: //evil.example/a.png",
  ])("fetches and runs nothing: %s", (text) => {
    expect(render(text)).not.toMatch(/<(script|img|iframe|svg)|onerror|onload|src=/);
  });

  it.each([
    "[a](javascript:alert(1))",
    "[a](data:text/html,x)",
    "[a](vbscript:x)",
    "[a](//evil.example)",
    "[a](/api/run)",
  ])("makes no link of %s", (text) => expect(render(text)).not.toContain("<a "));

  it("shows where a link leads, and gives it nothing", () => {
    const html = render("[here](https://example.org/x)");
    expect(html).toContain('href="https://example.org/x"');
    expect(html).toContain('rel="noopener noreferrer nofollow"');
    expect(html).toContain("(https://example.org/x)");
  });
});
