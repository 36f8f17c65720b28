import CircleCheck from "lucide-react/icons/circle-check";
import CircleDashed from "lucide-react/icons/circle-dashed";
import CircleDotDashed from "lucide-react/icons/circle-dot-dashed";
import OctagonX from "lucide-react/icons/octagon-x";
import TrendingUp from "lucide-react/icons/trending-up";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import type { Light } from "#app/domain/targets/progress.ts";
import { targetsArea } from "#app/messages/vi/targets.ts";
import type { Icon } from "../kit/icon.ts";
import { Pill, type Tone } from "../kit/pill.tsx";
import { useMessages } from "../language.tsx";

const LOOKS: Readonly<Record<Light, { readonly tone: Tone; readonly icon: Icon }>> = {
  reached: { tone: "accent", icon: CircleCheck },
  on_course: { tone: "info", icon: TrendingUp },
  behind: { tone: "gold", icon: TriangleAlert },
  late: { tone: "danger", icon: OctagonX },
  too_few: { tone: "neutral", icon: CircleDotDashed },
  no_data: { tone: "neutral", icon: CircleDashed },
};

/** From good to unknown, as legends list them. */
export const LIGHTS = [
  "reached",
  "on_course",
  "behind",
  "late",
  "too_few",
  "no_data",
] as const satisfies readonly Light[];

/** Word, picture and colour say the same; with a count in front where several stand behind it. */
export function LightPill({ light, count }: { light: Light; count?: number }) {
  const { targets: words } = useMessages(targetsArea);
  const word = words.lights[light];
  return (
    <Pill {...LOOKS[light]}>
      {count === undefined ? word : words.villageCounts(word.toLocaleLowerCase(), count)}
    </Pill>
  );
}
