import { rosterArea } from "#app/messages/vi/roster.ts";
import { setupArea } from "#app/messages/vi/setup.ts";
import { Breadcrumb } from "../kit/breadcrumb.tsx";
import { useMessages } from "../language.tsx";
import { OFFICE_PATHS } from "../setup/paths.ts";

interface TargetTrailProps {
  /** Police and sector officers have no desk; they come in by the roster. */
  hasDesk: boolean;
  steps?: readonly { readonly to: string; readonly label: string }[];
}

/** The way to the targets, for whoever may look at them. */
export function TargetTrail({ hasDesk, steps = [] }: TargetTrailProps) {
  const { setup, roster } = useMessages(setupArea, rosterArea);
  const first = hasDesk
    ? { to: OFFICE_PATHS.overview, label: setup.overview.title }
    : { to: "/van-phong/doi-ngu", label: roster.title };
  return <Breadcrumb steps={[first, ...steps]} />;
}
