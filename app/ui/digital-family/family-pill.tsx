import type { FamilyState } from "#app/domain/titles/family.ts";
import { digitalFamilyArea } from "#app/messages/vi/digital-family.ts";
import { Pill, type Tone } from "../kit/pill.tsx";
import { useMessages } from "../language.tsx";

const TONES: Readonly<Record<FamilyState, Tone>> = {
  none: "neutral",
  declared: "info",
  short: "neutral",
  confirmed: "gold",
  recognised: "accent",
  due: "gold",
  expired: "danger",
  revoked: "danger",
};

export function FamilyPill({ state }: { state: FamilyState }) {
  const { states } = useMessages(digitalFamilyArea).digitalFamily;
  return <Pill tone={TONES[state]}>{states[state]}</Pill>;
}
