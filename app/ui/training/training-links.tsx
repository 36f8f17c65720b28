import { trainingHintArea } from "#app/messages/vi/training-hint.ts";
import { Card } from "../kit/card.tsx";
import { LinkButton } from "../kit/link-button.tsx";
import { useMessages } from "../language.tsx";

export type TrainingLinkKey = "training" | "library" | "matrix" | "certificates";

interface TrainingLinksProps {
  /** Those the reader may open. */
  links: readonly { readonly key: TrainingLinkKey; readonly to: string }[];
}

/** The ways to training and materials. */
export function TrainingLinks({ links }: TrainingLinksProps) {
  const { trainingHint: words } = useMessages(trainingHintArea);
  if (links.length === 0) return null;
  return (
    <Card title={words.links.title}>
      <div className="flex flex-wrap gap-3">
        {links.map(({ key, to }) => (
          <LinkButton key={key} to={to} variant="secondary" size="small">
            {words.links[key]}
          </LinkButton>
        ))}
      </div>
    </Card>
  );
}
