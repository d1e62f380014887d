import { useLayoutEffect, useRef, type RefObject } from "react";

/** Within this many pixels of its end a text counts as read to the end. */
const NEAR_END_PX = 48;

/** Keeps a scrolling text at its end while it grows, unless one has scrolled away from there. */
export function useFollow(length: number): { ref: RefObject<HTMLDivElement | null>; onScroll: () => void } {
  const ref = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element && length > 0 && isAtEnd.current) element.scrollTop = element.scrollHeight;
  }, [length]);
  const onScroll = () => {
    const element = ref.current;
    if (element)
      isAtEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_END_PX;
  };
  return { ref, onScroll };
}
