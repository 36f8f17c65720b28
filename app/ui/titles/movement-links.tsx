import { movementsArea } from "#app/messages/vi/movements.ts";
import { Card } from "../kit/card.tsx";
import { WayTiles } from "../kit/way-tiles.tsx";
import { useMessages } from "../language.tsx";

export type MovementKey =
  | "titles"
  | "nominate"
  | "awards"
  | "ambassador"
  | "families"
  | "market"
  | "products"
  | "satisfaction"
  | "satisfactionBoard"
  | "identity"
  | "models"
  | "stories"
  | "perks"
  | "zalo"
  | "initiatives"
  | "campaigns"
  | "mobilePoints";

interface MovementLinksProps {
  /** Those the reader may open. */
  links: readonly { readonly key: MovementKey; readonly to: string }[];
}

/** The ways to the movements and titles. */
export function MovementLinks({ links }: MovementLinksProps) {
  const { movements: words } = useMessages(movementsArea);
  if (links.length === 0) return null;
  return (
    <Card title={words.title}>
      <WayTiles ways={links.map(({ key, to }) => ({ to, label: words[key] }))} />
    </Card>
  );
}
