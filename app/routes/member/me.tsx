import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import IdCard from "lucide-react/icons/id-card";
import { allow } from "#app/features/accounts/allow.server.ts";
import { readOwnMember } from "#app/features/roster/read-member.server.ts";
import { Card } from "#app/ui/kit/card.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { MemberFactsCard, TimesInTeams } from "#app/ui/roster/member-sheet.tsx";

export const handle: PageHandle = { title: ({ roster }) => roster.mine.profileTitle };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "profile.read");
  return { member: await readOwnMember(caller), today: caller.today, name: caller.person.displayName };
}

export default function Me() {
  const { member, today, name } = useLoaderData<typeof loader>();
  const { mine, member: words } = useMessages().roster;
  return (
    <Page
      title={mine.profileTitle}
      lead={member ? `${member.fullName}. ${mine.profileLead}` : name}
      width="narrow"
    >
      {member ? (
        <>
          <MemberFactsCard member={member} today={today} />
          <Card title={words.history}>
            <TimesInTeams member={member} today={today} />
          </Card>
        </>
      ) : (
        <EmptyState icon={IdCard} title={mine.noProfileTitle}>
          {mine.noProfileBody}
        </EmptyState>
      )}
    </Page>
  );
}
