import CircleCheck from "lucide-react/icons/circle-check";
import CircleSlash from "lucide-react/icons/circle-slash";
import Copy from "lucide-react/icons/copy";
import CornerUpLeft from "lucide-react/icons/corner-up-left";
import Hourglass from "lucide-react/icons/hourglass";
import PenLine from "lucide-react/icons/pen-line";
import Send from "lucide-react/icons/send";
import Smartphone from "lucide-react/icons/smartphone";
import type { EntryState } from "#app/domain/offline/queue-entry.ts";
import { offlineArea } from "#app/messages/vi/offline.ts";
import type { Icon } from "../kit/icon.ts";
import { Pill, type Tone } from "../kit/pill.tsx";
import { useMessages } from "../language.tsx";

const LOOKS: Readonly<Record<EntryState, { readonly tone: Tone; readonly icon: Icon }>> = {
  saved: { tone: "gold", icon: Smartphone },
  sent: { tone: "info", icon: Send },
  approved: { tone: "accent", icon: CircleCheck },
  held: { tone: "info", icon: Hourglass },
  mend: { tone: "danger", icon: PenLine },
  conflict: { tone: "danger", icon: Copy },
  returned: { tone: "gold", icon: CornerUpLeft },
  ended: { tone: "neutral", icon: CircleSlash },
};

/** Where a record on the phone stands, honestly: by its word, its picture and its colour. */
export function EntryStatePill({ state }: { state: EntryState }) {
  const { offline: words } = useMessages(offlineArea);
  const { tone, icon } = LOOKS[state];
  return (
    <Pill tone={tone} icon={icon}>
      {words.states[state]}
    </Pill>
  );
}
