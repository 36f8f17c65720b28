import { useSyncExternalStore } from "react";

const neverChanges = () => () => {};

/** False on the server and at first, true once scripts run: for what would be dead without them. */
export function useIsLive(): boolean {
  return useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
}
