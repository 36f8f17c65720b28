import type { NominationState } from "#app/domain/titles/nomination.ts";
import { titlesArea } from "#app/messages/vi/titles.ts";
import { Pill, type Tone } from "../kit/pill.tsx";
import { useMessages } from "../language.tsx";

const TONES: Readonly<Record<NominationState, Tone>> = {
  waiting: "info",
  enough: "gold",
  granted: "accent",
  rejected: "neutral",
  withdrawn: "neutral",
  revoked: "danger",
};

export function NominationPill({ state }: { state: NominationState }) {
  const { states } = useMessages(titlesArea).titles;
  return <Pill tone={TONES[state]}>{states[state]}</Pill>;
}
