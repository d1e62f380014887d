/**
 * Asks for `panes` answers and hands their texts over once a frame. They are the choices of one stream: a browser opens
 * only six connections to a host, so eight streams of their own would wait for one another.
 *
 * @param {string} url
 * @param {{ model: string, panes: number }} ask
 * @param {(texts: string[]) => void} onFrame gets every pane's whole text so far
 */
export async function readChoices(url, { model, panes }, onFrame) {
  const texts = Array.from({ length: panes }, () => "");
  let isDue = false;
  const flush = () => {
    isDue = false;
    onFrame([...texts]);
  };
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      model,
      n: panes,
      stream: true,
      messages: [{ role: "user", content: "Write about the sea." }],
    }),
  });
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const blocks = (rest + part.value).split("\n\n");
    rest = blocks.pop();
    for (const block of blocks) {
      if (block === "data: [DONE]") continue;
      const [choice] = JSON.parse(block.slice("data: ".length)).choices;
      if (choice?.delta.content) texts[choice.index] += choice.delta.content;
    }
    if (isDue) continue;
    isDue = true;
    requestAnimationFrame(flush);
  }
}
