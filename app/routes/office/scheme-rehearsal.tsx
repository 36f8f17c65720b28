import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { goOn } from "#app/features/accounts/go-on.server.ts";
import { readRehearsal } from "#app/features/rehearsal/read-rehearsal.server.ts";
import { schemeArea } from "#app/messages/vi/scheme.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { DataTable } from "#app/ui/kit/data-table.tsx";
import { Notice } from "#app/ui/kit/notice.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(schemeArea).rehearsal.title };

const PATH = "/van-phong/bo-quy-tac";

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "activity.read-office");
  if (caller.communeId === null) throw notFound();
  const rehearsal = await readRehearsal(caller.platform, caller.scope("rehearsal.read"));
  if (!rehearsal) throw goOn(PATH);
  return { rehearsal };
}

export default function SchemeRehearsal() {
  const { rehearsal } = useLoaderData<typeof loader>();
  const { scheme } = useMessages(schemeArea);
  const words = scheme.rehearsal;
  const format = useFormat();
  const { up, down, same, claims, members } = rehearsal;
  const pointsAlike = format.pointsAlike(members.flatMap(({ before, after }) => [before, after]));
  return (
    <Page
      title={words.title}
      lead={words.lead}
      trail={<Breadcrumb steps={[{ to: PATH, label: scheme.title }]} />}
    >
      {rehearsal.isTooMany ? (
        <Notice tone="warning">{words.tooMany(format.number(claims))}</Notice>
      ) : claims === 0 ? (
        <Notice>{words.none}</Notice>
      ) : members.length === 0 ? (
        <Notice tone="success">{words.same}</Notice>
      ) : (
        <Card>
          <p className="mb-5 text-lg">{words.summary(up, down, same)}</p>
          <DataTable
            caption={words.caption}
            rows={members}
            rowKey={({ memberId }) => memberId}
            columns={[
              { key: "name", header: words.member, cell: ({ name }) => name },
              {
                key: "before",
                header: words.before,
                cell: ({ before }) => pointsAlike(before),
                isFigure: true,
              },
              {
                key: "after",
                header: words.after,
                cell: ({ after }) => pointsAlike(after),
                isFigure: true,
              },
              {
                key: "moved",
                header: words.moved,
                cell: ({ before, after }) => (
                  <strong>
                    {after > before ? "+" : ""}
                    {pointsAlike(after - before)}
                  </strong>
                ),
                isFigure: true,
              },
            ]}
          />
        </Card>
      )}
    </Page>
  );
}
