import Markdown, { type Components } from "react-markdown";
import remarkGfm from "remark-gfm";

/**
 * A model's output is hostile: no raw HTML, no images, no links that act; a link shows its whole address and opens
 * apart (requirements R28, R29).
 */
const components: Components = {
  img: ({ alt, src }) => <span>{`![${alt ?? ""}](${typeof src === "string" ? src : ""})`}</span>,
  a: ({ href, children }) =>
    href && /^(https?:|mailto:)/i.test(href) ? (
      <a href={href} target="_blank" rel="noopener noreferrer nofollow" className="underline">
        {children} <span className="text-xs break-all text-mute">({href})</span>
      </a>
    ) : (
      <span>{children}</span>
    ),
};

export default function MarkdownAnswer({ text }: { text: string }) {
  return (
    <div className="markdown">
      <Markdown remarkPlugins={[remarkGfm]} components={components} skipHtml>
        {text}
      </Markdown>
    </div>
  );
}
