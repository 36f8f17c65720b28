import type { ActivityProposal, PointLimits, WorkUnit } from "../plan/activity-proposal.ts";
import { MODES, type Mode, type Scheme } from "./scheme.ts";

const ONE_BY_ONE: readonly Mode[] = [
  "home_visit",
  "hands_on",
  "mobile_point",
  "one_stop_counter",
  "class",
  "meeting",
  "online_group",
];

const MODES_OF: Readonly<Partial<Record<WorkUnit, readonly Mode[]>>> = {
  session: ["meeting", "class", "broadcast"],
  class: ["class"],
  shift: ["mobile_point", "one_stop_counter"],
  week: ["online_group"],
  item: ["broadcast", "online_group"],
  stage: MODES,
};

/** Version 1 of a commune's rules: what its plan's preset proposes, word for word. The first mode is the usual one. */
export function schemeOfProposal(proposal: {
  readonly activities: readonly ActivityProposal[];
  readonly limits: PointLimits;
}): Scheme {
  return {
    activities: proposal.activities.map((activity) => ({
      ...activity,
      modes: MODES_OF[activity.unit] ?? ONE_BY_ONE,
      tags: activity.key === "class" ? ["digital-literacy-movement"] : [],
      topics: [],
      retiredOn: null,
    })),
    limits: proposal.limits,
  };
}
