import type { ActivityProposal, PointLimits, WorkUnit } from "../plan/activity-proposal.ts";
import { MODES, type Mode, type Scheme, type SchemeTag } from "./scheme.ts";
import type { TrainingTopic } from "./training-topic.ts";

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

/** L03: what the plans call work of Đề án 06; L21: what the movement for digital literacy counts. */
const TAGS_OF: Readonly<Record<string, readonly SchemeTag[]>> = {
  "online-public-service": ["project-06"],
  "eid-level-2": ["project-06"],
  "document-integration": ["project-06"],
  "health-book": ["project-06"],
  class: ["digital-literacy-movement"],
  "online-learning": ["digital-literacy-movement"],
};

const TOPICS_OF: Readonly<Record<string, readonly TrainingTopic[]>> = {
  "online-public-service": ["public-services"],
  "eid-level-2": ["electronic-identity"],
  "document-integration": ["electronic-identity"],
  "digital-signature": ["digital-signature"],
  "payment-account": ["e-payment"],
  "cashless-stall": ["e-payment"],
  "online-shop-step": ["e-commerce"],
  "product-online": ["e-commerce"],
  "health-book": ["digital-health", "electronic-identity"],
  "social-service": ["digital-health", "digital-education"],
  "online-safety": ["online-safety"],
  "smartphone-start": ["basic-digital-skills"],
  "online-learning": ["basic-digital-skills", "artificial-intelligence"],
  talk: ["communication"],
  class: ["basic-digital-skills"],
  story: ["communication"],
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
      tags: TAGS_OF[activity.key] ?? [],
      topics: TOPICS_OF[activity.key] ?? [],
      retiredOn: null,
    })),
    limits: proposal.limits,
  };
}
