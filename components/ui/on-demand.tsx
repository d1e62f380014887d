import { useCallback, useEffect, useState, type ComponentType, type ReactNode } from "react";
import { fetchOnce } from "./fetch-once";

/** A component whose code is fetched when it is first shown, and again when that failed. */
export type Part<P> = { now: () => ComponentType<P> | undefined; load: () => Promise<ComponentType<P>> };

/** Makes a part of a module that is imported on demand. */
export function partOf<P>(fetchModule: () => Promise<{ default: ComponentType<P> }>): Part<P> {
  let loaded: ComponentType<P> | undefined;
  const load = fetchOnce(() => fetchModule().then((module) => (loaded = module.default)));
  return { now: () => loaded, load };
}

export type OnDemandProps<P> = {
  part: Part<P>;
  props: P;
  /** Stands until the part is there; with `again` it could not be fetched, and can be tried once more. */
  renderMeanwhile: (again: (() => void) | undefined) => ReactNode;
};

/** Fetches a part once it is wanted. With `again` it could not be fetched, and can be tried once more. */
export function usePart<P extends object>(
  part: Part<P>,
  isWanted = true,
): { Shown?: ComponentType<P> | undefined; again?: (() => void) | undefined } {
  const [{ Shown, failed }, set] = useState<{ Shown?: ComponentType<P>; failed?: true }>(() => ({
    Shown: part.now(),
  }));
  const load = useCallback(() => {
    part.load().then(
      (loaded) => set({ Shown: loaded }),
      () => set({ failed: true }),
    );
  }, [part]);
  useEffect(() => {
    if (isWanted) load();
  }, [isWanted, load]);
  return { Shown, again: failed && !Shown ? load : undefined };
}

/** Shows a part once its code is there. A fetch that fails never takes anything else from the page. */
export function OnDemand<P extends object>({ part, props, renderMeanwhile }: OnDemandProps<P>) {
  const { Shown, again } = usePart(part);
  return Shown ? <Shown {...props} /> : renderMeanwhile(again);
}
