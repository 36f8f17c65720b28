import { memberHouseholdArea } from "#app/messages/vi/member-household.ts";
import { Card } from "../kit/card.tsx";
import { LinkButton } from "../kit/link-button.tsx";
import { useMessages } from "../language.tsx";
import { type ShownHome, useHomeText } from "./use-home-text.ts";

/** Where a member lives, with the way to change it for whoever may. */
export function HomeCard({ home, changeAt }: { home: ShownHome | null; changeAt: string | null }) {
  const words = useMessages(memberHouseholdArea).memberHousehold;
  const homeText = useHomeText();
  return (
    <Card
      title={words.title}
      aside={
        changeAt === null ? null : (
          <LinkButton to={changeAt} size="small" variant="secondary">
            {home === null ? words.set : words.change}
          </LinkButton>
        )
      }
    >
      <p className="font-bold">{home === null ? words.unknown : homeText(home)}</p>
      <p className="mt-1 text-ink-soft">{words.why}</p>
    </Card>
  );
}
