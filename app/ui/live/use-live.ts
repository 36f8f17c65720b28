import { useContext, useEffect } from "react";
import type { TopicVersions } from "#app/platform/live/live-frames.ts";
import { LiveContext } from "./live-connection.tsx";

/**
 * Keeps a screen fresh: its loaders run again when one of these topics has changed since the loader read
 * them. The loader takes the versions with `live.readVersions` before it reads its data.
 */
export function useLive(versions: TopicVersions): void {
  const live = useContext(LiveContext);
  const follower = live?.follower;
  useEffect(() => follower?.follow(versions), [follower, versions]);
}
