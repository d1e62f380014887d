"use client";

import { useEffect, useState } from "react";

/** One button that works: the sign that the page answers. */
export function Counter() {
  const [count, setCount] = useState(0);
  useEffect(() => {
    document.documentElement.dataset.ready = "";
  }, []);
  return <button onClick={() => setCount(count + 1)}>{count}</button>;
}
