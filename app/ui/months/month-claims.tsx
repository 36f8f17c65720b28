import ClipboardList from "lucide-react/icons/clipboard-list";
import type { MonthClaim } from "#app/domain/months/month-views.ts";
import { monthsArea } from "#app/messages/vi/months.ts";
import { DataTable } from "../kit/data-table.tsx";
import { Disclosure } from "../kit/disclosure.tsx";
import { EmptyState } from "../kit/empty-state.tsx";
import { Pagination } from "../kit/pagination.tsx";
import { Pill } from "../kit/pill.tsx";
import { TextLink } from "../kit/text-link.tsx";
import { useFormat, useMessages } from "../language.tsx";

interface MonthClaimsProps {
  claims: readonly MonthClaim[];
  page: number;
  pages: number;
  hrefOf: (page: number) => string;
}

/** What the figures are made of, each with the way to its record. */
export function MonthClaims({ claims, page, pages, hrefOf }: MonthClaimsProps) {
  const { months: words } = useMessages(monthsArea);
  const format = useFormat();
  const pointsAlike = format.pointsAlike(claims.map(({ points }) => points));
  return (
    <Disclosure summary={words.list} isOpen={page > 1}>
      <DataTable
        hidesCaption
        caption={words.list}
        rows={claims}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon={ClipboardList} title={words.noClaims}>
            {words.noClaimsBody}
          </EmptyState>
        }
        columns={[
          {
            key: "work",
            header: words.work,
            cell: ({ id, activityName, memberName, workDate }) => (
              <>
                <TextLink to={`/viec/${id}`}>{activityName}</TextLink>
                <span className="block font-normal text-ink-soft">
                  {memberName}, {format.date(workDate)}
                </span>
              </>
            ),
          },
          {
            key: "state",
            header: words.state,
            cell: ({ state, isAdjustment }) => (
              <span className="inline-flex flex-wrap gap-1.5">
                {words.claimStates[state as keyof typeof words.claimStates] ?? state}
                {isAdjustment ? <Pill tone="info">{words.adjustment}</Pill> : null}
              </span>
            ),
          },
          {
            key: "points",
            header: words.pointsColumn,
            isFigure: true,
            cell: ({ points }) => pointsAlike(points),
          },
        ]}
      />
      {pages > 1 ? (
        <div className="no-print mt-4">
          <Pagination page={page} lastPage={pages} hrefOf={hrefOf} />
        </div>
      ) : null}
    </Disclosure>
  );
}
