import { yearAwardsArea } from "#app/messages/vi/year-awards.ts";
import { Flash } from "../../kit/flash.tsx";
import { useMessages } from "../../language.tsx";

/** What the last button came to, by the word in the address. */
export function DoneFlash({ done }: { done: string | null }) {
  const { yearAwards: words } = useMessages(yearAwardsArea);
  const said = Object.entries(words.done).find(([key]) => key === done)?.[1];
  return said === undefined ? null : <Flash>{said}</Flash>;
}
