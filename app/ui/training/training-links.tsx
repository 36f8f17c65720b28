import { trainingHintArea } from "#app/messages/vi/training-hint.ts";
import { Card } from "../kit/card.tsx";
import { WayTiles } from "../kit/way-tiles.tsx";
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
      <WayTiles ways={links.map(({ key, to }) => ({ to, label: words.links[key] }))} />
    </Card>
  );
}
