"use client";

import { useEffect, useState } from "react";
import { readChoices } from "../../../browser/read-choices";

/** The least that shows streams in React: one state, set once a frame. */
export function Panes({ panes, model }) {
  const [texts, setTexts] = useState(() => Array.from({ length: panes }, () => ""));
  useEffect(() => {
    document.documentElement.dataset.ready = "";
  }, []);
  return (
    <>
      <button onClick={() => readChoices("/api/stream", { model, panes }, setTexts)}>Run</button>
      {texts.map((text, index) => (
        // Panes neither move nor come and go.
        // oxlint-disable-next-line react/no-array-index-key
        <p key={index} data-pane="">
          {text}
        </p>
      ))}
    </>
  );
}
