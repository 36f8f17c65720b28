import CircleCheck from "lucide-react/icons/circle-check";
import CircleSlash from "lucide-react/icons/circle-slash";
import CircleX from "lucide-react/icons/circle-x";
import Clock from "lucide-react/icons/clock";
import CornerUpLeft from "lucide-react/icons/corner-up-left";
import type { ClaimState } from "#app/domain/activity/claim.ts";
import { activityArea } from "#app/messages/vi/activity.ts";
import type { Icon } from "../kit/icon.ts";
import { Pill, type Tone } from "../kit/pill.tsx";
import { useMessages } from "../language.tsx";

const LOOKS: Readonly<Record<ClaimState, { readonly tone: Tone; readonly icon: Icon }>> = {
  submitted: { tone: "info", icon: Clock },
  returned: { tone: "gold", icon: CornerUpLeft },
  verified: { tone: "accent", icon: CircleCheck },
  rejected: { tone: "danger", icon: CircleX },
  reversed: { tone: "danger", icon: CircleX },
  withdrawn: { tone: "neutral", icon: CircleSlash },
};

/** Where a record stands, in words; nothing looks counted that is not. */
export function ClaimStatePill({ state }: { state: ClaimState }) {
  const { activity } = useMessages(activityArea);
  const { tone, icon } = LOOKS[state];
  return (
    <Pill tone={tone} icon={icon}>
      {activity.states[state]}
    </Pill>
  );
}
