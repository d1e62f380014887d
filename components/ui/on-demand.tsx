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

/** Shows a part once its code is there. A fetch that fails never takes anything else from the page. */
export function OnDemand<P extends object>({ part, props, renderMeanwhile }: OnDemandProps<P>) {
  const [{ Shown, failed }, set] = useState<{ Shown?: ComponentType<P>; failed?: true }>(() => ({
    Shown: part.now(),
  }));
  const load = useCallback(() => {
    part.load().then(
      (loaded) => set({ Shown: loaded }),
      () => set({ failed: true }),
    );
  }, [part]);
  useEffect(load, [load]);
  return Shown ? <Shown {...props} /> : renderMeanwhile(failed ? load : undefined);
}
