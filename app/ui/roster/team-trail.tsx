import { rosterArea } from "#app/messages/vi/roster.ts";
import { Breadcrumb } from "../kit/breadcrumb.tsx";
import { useMessages } from "../language.tsx";

/** The way back from what a team does together. */
export function TeamTrail() {
  const { mine } = useMessages(rosterArea).roster;
  return <Breadcrumb steps={[{ to: "/to-cua-toi", label: mine.teamTitle }]} />;
}
