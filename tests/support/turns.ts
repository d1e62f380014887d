/**
 * Lets the event loop turn so many times: whatever waits for nothing but this process, or for bytes that have come, gets
 * on, however slow the machine is.
 */
export async function turns(count = 200): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
