import FileText from "lucide-react/icons/file-text";
import Sheet from "lucide-react/icons/sheet";
import { rosterArea } from "#app/messages/vi/roster.ts";
import { Card } from "../kit/card.tsx";
import { LinkButton } from "../kit/link-button.tsx";
import { useMessages } from "../language.tsx";

interface RosterPapersProps {
  /** The annex lists everybody: only whoever sees everybody is offered it. */
  hasAnnex: boolean;
  paperAt: (file: string) => string;
}

/** The list as files to keep, print and sign. */
export function RosterPapers({ hasAnnex, paperAt }: RosterPapersProps) {
  const { papers: words } = useMessages(rosterArea).roster;
  return (
    <Card title={words.title}>
      <div className="grid gap-4 sm:grid-cols-2">
        <Paper title={words.roster} lead={words.rosterLead} stem="danh-sach" paperAt={paperAt} />
        {hasAnnex ? (
          <Paper title={words.annex} lead={words.annexLead} stem="phu-luc" paperAt={paperAt} />
        ) : null}
      </div>
    </Card>
  );
}

function Paper({
  title,
  lead,
  stem,
  paperAt,
}: { title: string; lead: string; stem: string } & Pick<RosterPapersProps, "paperAt">) {
  return (
    <div className="grid content-start gap-2">
      <h3 className="font-bold">{title}</h3>
      <p className="text-ink-soft">{lead}</p>
      <div className="flex flex-wrap gap-3">
        {[["xlsx", "Excel", Sheet] as const, ["docx", "Word", FileText] as const].map(
          ([ending, name, icon]) => (
            <LinkButton
              key={ending}
              to={paperAt(`${stem}.${ending}`)}
              reloadDocument
              variant="secondary"
              icon={icon}
              aria-label={`${title}: ${name}`}
            >
              {name}
            </LinkButton>
          ),
        )}
      </div>
    </div>
  );
}
