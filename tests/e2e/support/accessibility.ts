import type { Page } from "@playwright/test";

type Value = { value?: unknown } | undefined;
type AxNode = {
  nodeId: string;
  ignored: boolean;
  childIds?: string[];
  backendDOMNodeId?: number;
  role?: Value;
  name?: Value;
  description?: Value;
  properties?: { name: string; value: Value }[];
};

/** What is not told of a node here, because it says nothing of its own. */
const SILENT = new Set(["generic", "none", "InlineTextBox", "StaticText", "paragraph", "rowgroup"]);
const STATES = new Set(["expanded", "pressed", "focused"]);

/** A part of the page as Chromium tells it to a screen reader: role, name, (description) and states, a line each. */
export async function spokenTree(page: Page, selector: string): Promise<string[]> {
  const client = await page.context().newCDPSession(page);
  const { nodes } = (await client.send("Accessibility.getFullAXTree")) as { nodes: AxNode[] };
  const { root } = await client.send("DOM.getDocument", { depth: 0 });
  const { nodeId } = await client.send("DOM.querySelector", { nodeId: root.nodeId, selector });
  const { node } = await client.send("DOM.describeNode", { nodeId });
  await client.detach();
  const byId = new Map(nodes.map((each) => [each.nodeId, each]));
  const lines: string[] = [];
  const tell = (each: AxNode | undefined) => {
    if (!each) return;
    if (!each.ignored && !SILENT.has(String(each.role?.value))) lines.push(lineOf(each));
    for (const child of each.childIds ?? []) tell(byId.get(child));
  };
  tell(nodes.find(({ backendDOMNodeId }) => backendDOMNodeId === node.backendNodeId));
  return lines;
}

function lineOf({ role, name, description, properties = [] }: AxNode): string {
  const states = properties.filter((each) => STATES.has(each.name));
  return [
    role?.value,
    ...(name?.value ? [`“${String(name.value)}”`] : []),
    ...(description?.value && description.value !== name?.value ? [`(${String(description.value)})`] : []),
    ...states.map((state) => `${state.name}=${String(state.value?.value)}`),
  ].join(" ");
}
