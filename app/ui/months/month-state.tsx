import CircleDot from "lucide-react/icons/circle-dot";
import Hourglass from "lucide-react/icons/hourglass";
import Lock from "lucide-react/icons/lock";
import Scale from "lucide-react/icons/scale";
import type { MonthState } from "#app/domain/months/month.ts";
import { monthsArea } from "#app/messages/vi/months.ts";
import type { Icon } from "../kit/icon.ts";
import { Pill, type Tone } from "../kit/pill.tsx";
import { useMessages } from "../language.tsx";

const LOOKS: Readonly<Record<MonthState, { tone: Tone; icon: Icon }>> = {
  open: { tone: "accent", icon: CircleDot },
  grace: { tone: "info", icon: Hourglass },
  provisional: { tone: "gold", icon: Scale },
  sealed: { tone: "neutral", icon: Lock },
};

/** Where a month stands: word and shape say it, colour repeats it. */
export function MonthStatePill({ state }: { state: MonthState }) {
  const { months } = useMessages(monthsArea);
  return <Pill {...LOOKS[state]}>{months.states[state]}</Pill>;
}
