import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isId } from "#app/domain/ids.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { readKindNames } from "#app/features/activity-log/read-kind-names.server.ts";
import { BADGE_PATHS } from "#app/features/badges/paths.ts";
import { readAward } from "#app/features/badges/read-award.server.ts";
import { badgesArea } from "#app/messages/vi/badges.ts";
import { AwardBasisList } from "#app/ui/badges/award-basis-list.tsx";
import { AwardFace } from "#app/ui/badges/award-face.tsx";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(badgesArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "badge.read");
  const { award: id = "" } = args.params;
  const award = isId(id) ? await readAward(caller, id) : null;
  if (!award) throw notFound();
  return { award, names: award.claims.length > 0 ? await readKindNames(caller) : {} };
}

export default function OneAward() {
  const { award, names } = useLoaderData<typeof loader>();
  const { badges: words } = useMessages(badgesArea);
  return (
    <Page
      title={award.content.name}
      trail={<Breadcrumb steps={[{ to: BADGE_PATHS.mine, label: words.mine.title }]} />}
    >
      <AwardFace award={award} />
      {award.claimCount > 0 ? (
        <Card title={words.award.basisTitle}>
          <p className="mb-4 text-ink-soft">{words.award.basisLead(award.claimCount)}</p>
          <AwardBasisList
            claims={award.claims}
            count={award.claimCount}
            names={names}
            isOpen={award.isMine && award.subject === "member"}
          />
        </Card>
      ) : null}
    </Page>
  );
}
