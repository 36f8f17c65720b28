import type { LookVerdict } from "#app/domain/audits/agreement.ts";
import type { DrawReason } from "#app/domain/audits/draw.ts";
import { type Instant, type LocalDate, localDateAt } from "#app/domain/calendar/local-date.ts";
import { auditsArea } from "#app/messages/vi/audits.ts";
import { DataTable } from "../kit/data-table.tsx";
import { LinkButton } from "../kit/link-button.tsx";
import { Pill } from "../kit/pill.tsx";
import { useFormat, useMessages } from "../language.tsx";

export interface ShownLook {
  readonly claimId: string;
  readonly reason: DrawReason;
  readonly memberName: string;
  readonly teamName: string;
  readonly villageName: string | null;
  readonly activityName: string;
  readonly workDate: LocalDate;
  readonly visits: number;
  readonly verifierName: string;
  readonly verdict: LookVerdict | null;
  readonly facts: string | null;
  readonly auditorName: string | null;
  readonly auditedAt: Instant | null;
  readonly isCorrectionAsked: boolean;
}

const TONES = { agrees: "accent", differs: "danger", unreachable: "neutral" } as const;

interface Props {
  caption: string;
  looks: readonly ShownLook[];
  path: string;
  hidesCaption?: boolean;
}

export function LookTable({ caption, looks, path, hidesCaption = false }: Props) {
  const { audits: words } = useMessages(auditsArea);
  const format = useFormat();
  return (
    <DataTable
      caption={caption}
      hidesCaption={hidesCaption}
      rows={looks}
      rowKey={({ claimId }) => claimId}
      columns={[
        {
          key: "claim",
          header: words.columns.claim,
          cell: (look) => (
            <span className="grid gap-1">
              <span>{look.memberName}</span>
              <span className="font-normal">{look.activityName}</span>
              <span className="font-normal text-ink-soft">
                {format.date(look.workDate)}, {words.visits(format.number(look.visits))}
              </span>
            </span>
          ),
        },
        { key: "place", header: words.columns.place, cell: (look) => look.villageName ?? look.teamName },
        { key: "verifier", header: words.columns.verifier, cell: (look) => look.verifierName },
        {
          key: "reason",
          header: words.columns.reason,
          cell: ({ reason }) => (
            <Pill tone={reason === "lot" ? "neutral" : "gold"}>{words.reasons[reason]}</Pill>
          ),
        },
        { key: "look", header: words.columns.look, cell: (look) => <Result look={look} path={path} /> },
      ]}
    />
  );
}

function Result({ look, path }: { look: ShownLook; path: string }) {
  const { audits: words } = useMessages(auditsArea);
  const format = useFormat();
  const { verdict, auditorName, auditedAt, facts } = look;
  const isOpen = verdict === null || verdict === "unreachable";
  return (
    <span className="grid justify-items-start gap-2">
      {verdict ? <Pill tone={TONES[verdict]}>{words.verdicts[verdict]}</Pill> : null}
      {facts ? <span>{facts}</span> : null}
      {look.isCorrectionAsked ? <Pill tone="gold">{words.correctionAsked}</Pill> : null}
      {auditorName && auditedAt !== null ? (
        <span className="text-sm text-ink-soft">
          {words.by(auditorName, format.date(localDateAt(auditedAt)))}
        </span>
      ) : null}
      {isOpen ? (
        <LinkButton to={`${path}?viec=${look.claimId}`} size="small" variant="secondary">
          <span className="whitespace-nowrap">{words.ask}</span>
        </LinkButton>
      ) : null}
    </span>
  );
}
