/**
 * Runs in the page. `frameProbe.watch(panes, tokens, mark)` follows the panes from the next click on; its promise comes
 * true when all tokens have been painted. Every frame is looked at after its scripts and layout (a box of one pixel changes
 * its width, so that a ResizeObserver is called), and counts as painted in the first task after it.
 */
globalThis.frameProbe = {
  watch(panes, tokens, mark) {
    const seen = { clickedAt: 0, firstPaintAt: 0, lastPaintAt: 0, gaps: [], longTasks: [] };
    const full = new Set();
    const channel = new MessageChannel();
    const box = document.createElement("div");
    box.style.cssText = "position:fixed;left:0;top:0;width:1px;height:1px;visibility:hidden;contain:strict";
    document.body.append(box);

    addEventListener("click", ({ timeStamp }) => (seen.clickedAt = performance.timeOrigin + timeStamp), {
      capture: true,
      once: true,
    });
    new PerformanceObserver((list) =>
      seen.longTasks.push(...list.getEntries().map(({ startTime, duration }) => ({ startTime, duration }))),
    ).observe({ type: "longtask" });

    function hasToken() {
      let isAny = full.size > 0;
      for (const [index, pane] of document.querySelectorAll("[data-pane]").entries()) {
        if (full.has(index)) continue;
        const marks = pane.textContent.split(mark).length - 1;
        if (marks > 0) isAny = true;
        if (marks >= tokens) full.add(index);
      }
      return isAny;
    }

    let lastFrame = 0;
    function onFrame(at) {
      if (seen.clickedAt > 0 && lastFrame > 0) seen.gaps.push(at - lastFrame);
      lastFrame = at;
      box.style.width = box.style.width === "1px" ? "2px" : "1px";
      if (seen.lastPaintAt === 0) requestAnimationFrame(onFrame);
    }

    return new Promise((resolve) => {
      channel.port1.addEventListener("message", ({ data }) => {
        const paintedAt = performance.timeOrigin + performance.now();
        if (data.isAny && seen.firstPaintAt === 0) seen.firstPaintAt = paintedAt;
        if (!data.isAll || seen.lastPaintAt > 0) return;
        seen.lastPaintAt = paintedAt;
        const { clickedAt } = seen;
        // Long tasks are reported a little later.
        setTimeout(() => {
          const from = clickedAt - performance.timeOrigin;
          const longTasks = seen.longTasks
            .filter(({ startTime }) => startTime >= from && startTime < paintedAt - performance.timeOrigin)
            .map(({ duration }) => duration);
          resolve({ ...seen, longTasks });
        }, 200);
      });
      channel.port1.start();
      new ResizeObserver(() => {
        const isAny = seen.clickedAt > 0 && hasToken();
        channel.port2.postMessage({ isAny, isAll: full.size >= panes });
      }).observe(box);
      requestAnimationFrame(onFrame);
    });
  },
};
