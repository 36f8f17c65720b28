import ShieldCheck from "lucide-react/icons/shield-check";
import { homeArea } from "#app/messages/vi/home.ts";
import { EmptyState } from "../kit/empty-state.tsx";
import { LinkButton } from "../kit/link-button.tsx";
import { useMessages } from "../language.tsx";
import { Page } from "../page.tsx";

/** The password was right and one proof is missing. */
export function HalfWay({ to }: { to: string }) {
  const { home } = useMessages(homeArea);
  return (
    <Page width="narrow">
      <EmptyState
        isPage
        icon={ShieldCheck}
        title={home.halfWayTitle}
        action={<LinkButton to={to}>{home.goOn}</LinkButton>}
      >
        {home.halfWayBody}
      </EmptyState>
    </Page>
  );
}
