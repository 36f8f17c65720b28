import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import Award from "lucide-react/icons/award";
import IdCard from "lucide-react/icons/id-card";
import { can } from "#app/domain/access/can.ts";
import { CAMPAIGN_PATHS } from "#app/domain/campaigns/campaign-paths.ts";
import { CERTIFICATE_PATHS } from "#app/domain/certificates/certificate-paths.ts";
import { INITIATIVE_PATHS } from "#app/domain/initiatives/initiative-paths.ts";
import { STORY_PATHS } from "#app/domain/stories/story-paths.ts";
import { SUPPORT_PATHS } from "#app/domain/support/views.ts";
import { ZALO_PATH } from "#app/domain/zalo/views.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { readShownContacts } from "#app/features/contacts/read-contacts.server.ts";
import { FAMILY_PATHS } from "#app/features/digital-family/paths.ts";
import { MARKET_PATHS } from "#app/features/market-register/paths.ts";
import { readHome } from "#app/features/member-household/read-homes.server.ts";
import { readOwnMember } from "#app/features/roster/read-member.server.ts";
import { TITLE_PATHS } from "#app/features/titles/paths.ts";
import { offeredTrainingLinks } from "#app/features/training/offered-links.ts";
import { certificatesArea } from "#app/messages/vi/certificates.ts";
import { rosterArea } from "#app/messages/vi/roster.ts";
import { ContactBlock } from "#app/ui/contacts/contact-block.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { HomeCard } from "#app/ui/member-household/home-card.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { MemberFactsCard, TimesInTeams } from "#app/ui/roster/member-sheet.tsx";
import { MovementLinks } from "#app/ui/titles/movement-links.tsx";
import { TrainingLinks } from "#app/ui/training/training-links.tsx";

export const handle: PageHandle = { title: (say) => say(rosterArea).mine.profileTitle };

const MOVEMENTS = [
  { key: "campaigns", to: CAMPAIGN_PATHS.all, capability: "campaign.read" },
  { key: "mobilePoints", to: CAMPAIGN_PATHS.points, capability: "campaign.read" },
  { key: "stories", to: STORY_PATHS.all, capability: "story.read" },
  { key: "initiatives", to: INITIATIVE_PATHS.all, capability: "initiative.read" },
  { key: "zalo", to: ZALO_PATH, capability: "zalo.keep" },
  { key: "perks", to: SUPPORT_PATHS.perks, capability: "perk.read" },
  { key: "ambassador", to: TITLE_PATHS.own, capability: "ambassador.join" },
  { key: "families", to: FAMILY_PATHS.village, capability: "family.read" },
  { key: "market", to: MARKET_PATHS.village, capability: "market.read" },
  { key: "identity", to: MARKET_PATHS.identity, capability: "identity.read" },
  { key: "models", to: MARKET_PATHS.shownModels, capability: "model.read" },
] as const;

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "profile.read");
  const member = await readOwnMember(caller);
  return {
    member,
    home: member && (await readHome(caller, member.memberId)),
    contacts: await readShownContacts(caller),
    today: caller.today,
    name: caller.person.displayName,
    training: offeredTrainingLinks(caller),
    links: MOVEMENTS.filter(({ capability }) => can(caller.actor, capability, null, caller.today).ok).map(
      ({ key, to }) => ({ key, to }),
    ),
  };
}

export default function Me() {
  const { member, home, contacts, today, name, links, training } = useLoaderData<typeof loader>();
  const { roster, certificates } = useMessages(rosterArea, certificatesArea);
  const { mine, member: words } = roster;
  return (
    <Page
      title={mine.profileTitle}
      lead={member ? `${member.fullName}. ${mine.profileLead}` : name}
      width="narrow"
      actions={
        member ? (
          <LinkButton to={CERTIFICATE_PATHS.own} variant="secondary" icon={Award}>
            {certificates.title}
          </LinkButton>
        ) : undefined
      }
    >
      {member ? (
        <>
          <MemberFactsCard member={member} today={today} />
          <HomeCard home={home} changeAt={null} />
          <Card title={words.history}>
            <TimesInTeams member={member} today={today} />
          </Card>
          <TrainingLinks links={training} />
          <MovementLinks links={links} />
          <ContactBlock contacts={contacts} />
        </>
      ) : (
        <EmptyState icon={IdCard} title={mine.noProfileTitle}>
          {mine.noProfileBody}
        </EmptyState>
      )}
    </Page>
  );
}
