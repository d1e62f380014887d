/** Tabs tell one another on it that the library has changed; what is there they look up. */
const CHANNEL = "fader.library";

const listeners = new Set<() => void>();
let channel: BroadcastChannel | undefined;

/** Calls `listener` after every change of the library, in this tab or another; gives the way to end it. */
export function onLibraryChange(listener: () => void): () => void {
  listeners.add(listener);
  channel ??= openChannel();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    channel?.close();
    channel = undefined;
  };
}

/** Tells this tab and all others that the library has changed. */
export function tellChange(): void {
  for (const listener of listeners) listener();
  // Who only writes has no channel of its own.
  const told = channel ?? openChannel();
  told?.postMessage(null);
  if (told !== channel) told?.close();
}

function openChannel(): BroadcastChannel | undefined {
  // An older browser has none: there a tab sees what others did when the library is opened again.
  if (typeof BroadcastChannel === "undefined") return undefined;
  const made = new BroadcastChannel(CHANNEL);
  made.addEventListener("message", () => {
    for (const listener of listeners) listener();
  });
  return made;
}
