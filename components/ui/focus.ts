/** Whether what had focus is no longer there. */
export function hasLostFocus(): boolean {
  return document.activeElement === document.body;
}

/**
 * For an act that ends later and then moves focus. The function that comes back says whether focus may be moved: it is
 * where it was when the act began, or what had it is gone. Who went elsewhere meanwhile is not called back; a menu that
 * was opened meanwhile would close.
 */
export function watchFocus(): () => boolean {
  const before = document.activeElement;
  return () => hasLostFocus() || document.activeElement === before;
}
